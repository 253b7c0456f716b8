package org.hypergrad.spi;

/// The numbers of one step of stochastic gradient descent, as [Kernels#sgd] takes it.
///
/// @param lr the learning rate
/// @param momentum how much of the last step goes on in this one
/// @param dampening how much of the gradient does not enter the momentum
/// @param weightDecay how much of the parameter is added to the gradient
/// @param nesterov whether the step looks ahead along the momentum
/// @param maximize whether to go uphill
public record SgdStep(
    double lr,
    double momentum,
    double dampening,
    double weightDecay,
    boolean nesterov,
    boolean maximize) {}
