/// Kernels that compute on whole vectors of numbers, one instruction for 4 to 16 of them.
///
/// Start at [DoubleBinary][org.hypergrad.kernels.vector.DoubleBinary]: its loops are the simplest.
/// `Double...` is written by hand; `Float...` is generated from it where its first line says so.
package org.hypergrad.kernels.vector;
