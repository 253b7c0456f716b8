/// The services by which modules bring operations, kernels and the engine; start at
/// [org.hypergrad.spi.UnaryOperation].
package org.hypergrad.spi;
