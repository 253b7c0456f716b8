package org.hypergrad.spi;

/// The numbers of one step of RMSprop, as [Kernels#rmsprop] takes it.
///
/// @param lr the learning rate
/// @param alpha how much of the running averages remains
/// @param eps what keeps a small denominator away from 0
/// @param weightDecay how much of the parameter is added to the gradient
/// @param momentum how much of the last step goes on in this one
/// @param maximize whether to go uphill
public record RmspropStep(
    double lr, double alpha, double eps, double weightDecay, double momentum, boolean maximize) {}
