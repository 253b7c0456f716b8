/// Drawings of what tensors were computed from, and of how gradients go back; start at
/// [org.hypergrad.viz.Drawings].
package org.hypergrad.viz;
