/// A network of single numbers, as in micrograd: every weight is a 0-d tensor and every
/// multiplication a node. Start at [org.hypergrad.nn.scalar.Neuron].
package org.hypergrad.nn.scalar;
