/// Optimizers, learning rate schedules and gradient clipping (PyTorch: `torch.optim`); start at
/// [org.hypergrad.nn.optim.SGD].
package org.hypergrad.nn.optim;
