/// Compares HyperGrad with the numbers, graphs and error texts that PyTorch computed: the folder
/// `golden`, whose README describes its files. Start at [GoldenOpsTest]; the table of calls is
/// [PyTorchCalls].
package org.hypergrad.tests.golden;
