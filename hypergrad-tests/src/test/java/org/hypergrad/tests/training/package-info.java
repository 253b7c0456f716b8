/// Trains small networks in every way the trainer knows; start at
/// [org.hypergrad.tests.training.TrainerTest].
package org.hypergrad.tests.training;
