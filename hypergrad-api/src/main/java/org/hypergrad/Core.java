package org.hypergrad;

import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.UnaryOperation;

/// Handles of the core vocabulary: the operations that have a method on [Tensor]. Resolved once, so
/// that the virtual machine sees constants.
final class Core {
  // element-wise, one operand
  static final UnaryOperation NEG = Operations.unary("neg");
  static final UnaryOperation ABS = Operations.unary("abs");
  static final UnaryOperation SIGN = Operations.unary("sign");
  static final UnaryOperation SQUARE = Operations.unary("square");
  static final UnaryOperation SQRT = Operations.unary("sqrt");
  static final UnaryOperation RSQRT = Operations.unary("rsqrt");
  static final UnaryOperation RECIPROCAL = Operations.unary("reciprocal");
  static final UnaryOperation EXP = Operations.unary("exp");
  static final UnaryOperation LOG = Operations.unary("log");
  static final UnaryOperation LOG1P = Operations.unary("log1p");
  static final UnaryOperation EXPM1 = Operations.unary("expm1");
  static final UnaryOperation SIN = Operations.unary("sin");
  static final UnaryOperation COS = Operations.unary("cos");
  static final UnaryOperation TANH = Operations.unary("tanh");
  static final UnaryOperation SIGMOID = Operations.unary("sigmoid");
  static final UnaryOperation ERF = Operations.unary("erf");
  static final UnaryOperation CLAMP = Operations.unary("clamp");
  static final UnaryOperation RELU = Operations.unary("relu");
  static final UnaryOperation LEAKY_RELU = Operations.unary("leaky_relu");
  static final UnaryOperation ELU = Operations.unary("elu");
  static final UnaryOperation GELU = Operations.unary("gelu");
  static final UnaryOperation SILU = Operations.unary("silu");
  static final UnaryOperation MISH = Operations.unary("mish");
  static final UnaryOperation SOFTPLUS = Operations.unary("softplus");
  static final UnaryOperation LOG_SIGMOID = Operations.unary("log_sigmoid");
  static final UnaryOperation HARDTANH = Operations.unary("hardtanh");
  static final UnaryOperation HARDSIGMOID = Operations.unary("hardsigmoid");
  static final UnaryOperation SOFTSHRINK = Operations.unary("softshrink");
  static final UnaryOperation HARDSWISH = Operations.unary("hardswish");
  static final UnaryOperation CLONE = Operations.unary("clone");
  static final UnaryOperation TO = Operations.unary("to");
  static final UnaryOperation FILL = Operations.unary("fill");

  // element-wise, several operands
  static final BinaryOperation ADD = Operations.binary("add");
  static final BinaryOperation SUB = Operations.binary("sub");
  static final BinaryOperation MUL = Operations.binary("mul");
  static final BinaryOperation DIV = Operations.binary("div");
  static final BinaryOperation POW = Operations.binary("pow");
  static final BinaryOperation MAXIMUM = Operations.binary("maximum");
  static final BinaryOperation MINIMUM = Operations.binary("minimum");
  static final BinaryOperation EQ = Operations.binary("eq");
  static final BinaryOperation NE = Operations.binary("ne");
  static final BinaryOperation LT = Operations.binary("lt");
  static final BinaryOperation LE = Operations.binary("le");
  static final BinaryOperation GT = Operations.binary("gt");
  static final BinaryOperation GE = Operations.binary("ge");
  static final BinaryOperation COPY = Operations.binary("copy");
  static final Function WHERE = Operations.function("where");
  static final Function MASKED_FILL = Operations.function("masked_fill");

  // reductions
  static final UnaryOperation SUM = Operations.unary("sum");
  static final UnaryOperation MEAN = Operations.unary("mean");
  static final UnaryOperation MAX = Operations.unary("max");
  static final UnaryOperation MIN = Operations.unary("min");
  static final UnaryOperation AMAX = Operations.unary("amax");
  static final UnaryOperation AMIN = Operations.unary("amin");
  static final UnaryOperation ARGMAX = Operations.unary("argmax");
  static final UnaryOperation ARGMIN = Operations.unary("argmin");
  static final UnaryOperation VAR = Operations.unary("var");
  static final UnaryOperation STD = Operations.unary("std");
  static final UnaryOperation LOGSUMEXP = Operations.unary("logsumexp");
  static final UnaryOperation SOFTMAX = Operations.unary("softmax");
  static final UnaryOperation LOG_SOFTMAX = Operations.unary("log_softmax");
  static final Function MAX_DIM = Operations.function("max_dim");
  static final Function MIN_DIM = Operations.function("min_dim");

  // linear algebra
  static final BinaryOperation MM = Operations.binary("mm");
  static final BinaryOperation BMM = Operations.binary("bmm");
  static final BinaryOperation MV = Operations.binary("mv");
  static final BinaryOperation DOT = Operations.binary("dot");
  static final Function ADDMM = Operations.function("addmm");

  // views
  static final UnaryOperation VIEW = Operations.unary("view");
  static final UnaryOperation EXPAND = Operations.unary("expand");
  static final UnaryOperation PERMUTE = Operations.unary("permute");
  static final UnaryOperation TRANSPOSE = Operations.unary("transpose");
  static final UnaryOperation T = Operations.unary("t");
  static final UnaryOperation SQUEEZE = Operations.unary("squeeze");
  static final UnaryOperation UNSQUEEZE = Operations.unary("unsqueeze");
  static final UnaryOperation SELECT = Operations.unary("select");
  static final UnaryOperation SLICE = Operations.unary("slice");
  static final Function SPLIT = Operations.function("split");

  // joining and indexing
  static final Function CAT = Operations.function("cat");
  static final Function STACK = Operations.function("stack");
  static final BinaryOperation INDEX_SELECT = Operations.binary("index_select");
  static final BinaryOperation GATHER = Operations.binary("gather");
  static final Function INDEX_ADD = Operations.function("index_add");
  static final Function SCATTER_ADD = Operations.function("scatter_add");

  // networks
  static final BinaryOperation PRELU = Operations.binary("prelu");
  static final BinaryOperation EMBEDDING = Operations.binary("embedding");
  static final Function LAYER_NORM = Operations.function("layer_norm");
  static final Function DROPOUT = Operations.function("dropout");
  static final BinaryOperation MSE_LOSS = Operations.binary("mse_loss");
  static final Function NLL_LOSS = Operations.function("nll_loss");
  static final Function CROSS_ENTROPY = Operations.function("cross_entropy");
  static final Function BINARY_CROSS_ENTROPY = Operations.function("binary_cross_entropy");
  static final Function BINARY_CROSS_ENTROPY_WITH_LOGITS =
      Operations.function("binary_cross_entropy_with_logits");

  private Core() {}
}
