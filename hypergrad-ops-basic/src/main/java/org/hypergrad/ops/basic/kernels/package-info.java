/// The scalar reference kernels, which say in plain loops what every other kernel has to compute;
/// start at [org.hypergrad.ops.basic.kernels.Float64Kernels].
///
/// The float64 files are written by hand. Those of float32, and for the other element types those
/// that only move elements, are derived from them by `DeriveKernels`, which stands beside the
/// tests.
package org.hypergrad.ops.basic.kernels;
