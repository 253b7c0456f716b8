/// Kernels that compute on whole vectors of numbers, one instruction for 4 to 16 of them.
///
/// Start at [Float64Binary][org.hypergrad.kernels.vector.Float64Binary]: its loops are the
/// simplest. `Float64...` is written by hand; `Float32...` is generated from it where its first
/// line says so.
package org.hypergrad.kernels.vector;
