/// Optimizers: what turns gradients into better parameters; start at
/// [org.hypergrad.optim.Optimizer].
package org.hypergrad.optim;
