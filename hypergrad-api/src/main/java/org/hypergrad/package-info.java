/// Tensors, and the gradients of whatever is computed with them; start at [org.hypergrad.Tensor].
package org.hypergrad;
