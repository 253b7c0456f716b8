/// Optimizers, schedulers and gradient clipping; start at
/// [org.hypergrad.tests.optim.OptimizerTest].
package org.hypergrad.tests.optim;
