package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.ALPHA;
import static org.hypergrad.spi.StandardAttributes.APPROXIMATE;
import static org.hypergrad.spi.StandardAttributes.BETA;
import static org.hypergrad.spi.StandardAttributes.LAMBD;
import static org.hypergrad.spi.StandardAttributes.MAX_VAL;
import static org.hypergrad.spi.StandardAttributes.MIN_VAL;
import static org.hypergrad.spi.StandardAttributes.NEGATIVE_SLOPE;
import static org.hypergrad.spi.StandardAttributes.THRESHOLD;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.spi.Attributes;

/// The activation functions of [Functional]: those that are one operation, then those that are made
/// of others.
abstract sealed class ActivationFunctions permits LossFunctions {
  ActivationFunctions() {}

  /// max(x, 0)
  public static Tensor relu(Tensor x) {
    return x.relu();
  }

  /// x where x > 0, else slope · x
  public static Tensor leakyRelu(Tensor x, double slope) {
    return x.apply(Core.LEAKY_RELU, Attributes.of(NEGATIVE_SLOPE, slope));
  }

  /// x where x > 0, else weight · x, with one weight for all or one for each index of dimension 1.
  public static Tensor prelu(Tensor x, Tensor weight) {
    if (weight.numel() == 1) {
      return x.apply(Core.PRELU, x.rank() == 0 ? weight.reshape(Shape.SCALAR) : weight);
    }
    if (x.rank() == 0) {
      throw new IllegalArgumentException("Not allow zero-dim input tensor.");
    }
    int channels = x.rank() == 1 ? 1 : x.size(1);
    if (weight.numel() != channels) {
      throw new IllegalArgumentException(
          "Mismatch of parameter numbers and input channel size. Found parameter numbers = "
              + weight.numel()
              + " and channel size = "
              + channels
              + ".");
    }
    int[] alongChannels = new int[x.rank()];
    Arrays.fill(alongChannels, 1);
    alongChannels[1] = channels;
    return x.apply(Core.PRELU, weight.reshape(alongChannels));
  }

  /// x where x > 0, else alpha · (eˣ − 1)
  public static Tensor elu(Tensor x, double alpha) {
    return x.apply(Core.ELU, Attributes.of(ALPHA, alpha));
  }

  /// x · Φ(x), with the normal distribution Φ
  public static Tensor gelu(Tensor x) {
    return x.apply(Core.GELU);
  }

  /// [#gelu(Tensor)], exactly (`none`) or through tanh (`tanh`).
  public static Tensor gelu(Tensor x, String approximate) {
    return x.apply(Core.GELU, Attributes.of(APPROXIMATE, approximate));
  }

  /// x · sigmoid(x)
  public static Tensor silu(Tensor x) {
    return x.apply(Core.SILU);
  }

  /// x · tanh(softplus(x))
  public static Tensor mish(Tensor x) {
    return x.apply(Core.MISH);
  }

  /// log(1 + eˣ)
  public static Tensor softplus(Tensor x) {
    return x.apply(Core.SOFTPLUS);
  }

  /// log(1 + e^(beta·x)) / beta, or x where beta·x is above the threshold
  public static Tensor softplus(Tensor x, double beta, double threshold) {
    return x.apply(Core.SOFTPLUS, Attributes.of(BETA, beta, THRESHOLD, threshold));
  }

  /// log(sigmoid(x)), without underflow
  public static Tensor logSigmoid(Tensor x) {
    return x.apply(Core.LOG_SIGMOID);
  }

  /// The number between min and max nearest to x; the derivative at both is 0, unlike that of
  /// [Tensor#clamp(double, double)].
  public static Tensor hardtanh(Tensor x, double min, double max) {
    return x.apply(Core.HARDTANH, Attributes.of(MIN_VAL, min, MAX_VAL, max));
  }

  /// relu6(x + 3) / 6
  public static Tensor hardsigmoid(Tensor x) {
    return x.apply(Core.HARDSIGMOID);
  }

  /// x · hardsigmoid(x)
  public static Tensor hardswish(Tensor x) {
    return x.apply(Core.HARDSWISH);
  }

  /// x brought nearer to 0 by lambda, or to 0
  public static Tensor softshrink(Tensor x, double lambda) {
    if (lambda < 0) {
      throw new IllegalArgumentException(
          "lambda must be greater or equal to 0, but found to be " + lambda + ".");
    }
    return x.apply(Core.SOFTSHRINK, Attributes.of(LAMBD, lambda));
  }

  // ---- made of others

  /// The number between 0 and 6 nearest to x.
  public static Tensor relu6(Tensor x) {
    return hardtanh(x, 0, 6);
  }

  /// alpha · elu(x / alpha)
  public static Tensor celu(Tensor x, double alpha) {
    if (alpha == 0) {
      throw new IllegalArgumentException("alpha cannot be 0 for CELU");
    }
    return elu(x.div(alpha), 1).mul(alpha);
  }

  /// An elu times 1.0507, with alpha = 1.6733, for which mean 0 and variance 1 go through a network
  /// unchanged (Klambauer et al., 2017, arXiv:1706.02515).
  public static Tensor selu(Tensor x) {
    return elu(x, 1.6732632423543772848170429916717).mul(1.0507009873554804934193349852946);
  }

  /// x where |x| > lambda, else 0
  public static Tensor hardshrink(Tensor x, double lambda) {
    return x.maskedFill(x.abs().le(lambda), 0.0);
  }

  /// x − tanh(x)
  public static Tensor tanhshrink(Tensor x) {
    return x.sub(x.tanh());
  }

  /// x / (1 + |x|)
  public static Tensor softsign(Tensor x) {
    return x.div(x.abs().add(1.0));
  }

  /// x where x > threshold, else value
  public static Tensor threshold(Tensor x, double threshold, double value) {
    return x.maskedFill(x.le(threshold), value);
  }

  /// The first half of x along a dimension times the sigmoid of the second (Dauphin et al., 2016,
  /// arXiv:1612.08083).
  public static Tensor glu(Tensor x, int dim) {
    if (x.rank() == 0) {
      throw new IllegalArgumentException("glu does not support 0-dimensional tensors");
    }
    if (x.size(dim) % 2 != 0) {
      throw new IllegalArgumentException(
          "Halving dimension must be even, but dimension " + dim + " is size " + x.size(dim));
    }
    List<Tensor> halves = x.split(Math.max(1, x.size(dim) / 2), dim);
    return halves.getFirst().mul(halves.getLast().sigmoid());
  }

  /// e⁻ˣ / Σ e⁻ˣ along a dimension
  public static Tensor softmin(Tensor x, int dim) {
    return x.neg().softmax(dim);
  }
}
