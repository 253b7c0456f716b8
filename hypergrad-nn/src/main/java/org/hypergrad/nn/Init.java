package org.hypergrad.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.GradMode;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// First values of parameters. Every method but [#gain] writes into the tensor it is given, records
/// nothing, and gives the tensor (PyTorch: `torch.nn.init`).
///
/// ```java
/// Init.kaimingNormal_(conv.weight(), Fan.OUT, Init.gain("relu"), generator);
/// ```
public final class Init {
  private Init() {}

  // ---- constants

  /// Every element is `value`.
  public static Tensor constant_(Tensor x, double value) {
    return GradMode.off(() -> x.fill_(value));
  }

  /// Every element is 0.
  public static Tensor zeros_(Tensor x) {
    return constant_(x, 0);
  }

  /// Every element is 1.
  public static Tensor ones_(Tensor x) {
    return constant_(x, 1);
  }

  /// The identity matrix, or as much of it as there is room for.
  ///
  /// @throws IllegalArgumentException if there are not two dimensions
  public static Tensor eye_(Tensor x) {
    if (x.rank() != 2) {
      throw new IllegalArgumentException(
          "Only tensors with 2 dimensions are supported. This one is of shape " + x.shape());
    }
    return copied(x, Tensor.eye(x.dtype(), x.size(0), x.size(1)));
  }

  /// A convolution that changes nothing: output c is input c, as far as there are both.
  ///
  /// @throws IllegalArgumentException if there are not three to five dimensions
  public static Tensor dirac_(Tensor x) {
    if (x.rank() < 3 || x.rank() > 5) {
      throw new IllegalArgumentException(
          "Only tensors with 3, 4, or 5 dimensions are supported. This one is of shape "
              + x.shape());
    }
    zeros_(x);
    for (int c = 0; c < Math.min(x.size(0), x.size(1)); c++) {
      Tensor kernel = x.detach().select(0, c).select(0, c);
      while (kernel.rank() > 0) {
        kernel = kernel.select(0, kernel.size(0) / 2);
      }
      ones_(kernel);
    }
    return x;
  }

  // ---- random numbers

  /// Uniform in \[low, high).
  public static Tensor uniform_(Tensor x, double low, double high, Generator generator) {
    Tensor unit = Tensor.rand(generator, x.dtype(), x.shape());
    return copied(x, unit.mul(high - low).add(low));
  }

  /// Normal with this mean and standard deviation.
  public static Tensor normal_(Tensor x, double mean, double std, Generator generator) {
    return copied(x, Tensor.randn(generator, x.dtype(), x.shape()).mul(std).add(mean));
  }

  /// Normal, where numbers outside \[low, high\] are drawn again.
  ///
  /// @throws IllegalArgumentException if the interval is more than 10 standard deviations from the
  ///   mean, so that this would not end
  public static Tensor truncNormal_(
      Tensor x, double mean, double std, double low, double high, Generator generator) {
    if (!(low < high) || low > mean + 10 * std || high < mean - 10 * std) {
      throw new IllegalArgumentException(
          "Hardly any number of a normal distribution with mean %s and std %s is from %s to %s"
              .formatted(mean, std, low, high));
    }
    double[] values = new double[x.numel()];
    Arrays.setAll(
        values,
        _ -> {
          double drawn = mean + std * generator.nextGaussian();
          while (drawn < low || drawn > high) {
            drawn = mean + std * generator.nextGaussian();
          }
          return drawn;
        });
    return copied(x, Tensor.of(x.shape(), values));
  }

  /// Uniform between ±gain·√(6 / (fan in + fan out)) (Glorot and Bengio, 2010).
  public static Tensor xavierUniform_(Tensor x, double gain, Generator generator) {
    return symmetric_(x, Math.sqrt(3) * xavier(x, gain), generator);
  }

  /// Normal with mean 0 and standard deviation gain·√(2 / (fan in + fan out)).
  public static Tensor xavierNormal_(Tensor x, double gain, Generator generator) {
    return normal_(x, 0, xavier(x, gain), generator);
  }

  private static double xavier(Tensor x, double gain) {
    double fans = (double) Fan.IN.of(x.shape()) + Fan.OUT.of(x.shape());
    return gain * Math.sqrt(2 / fans);
  }

  /// Uniform between ±gain·√(3 / fan) (He et al., 2015, arXiv:1502.01852).
  ///
  /// @param gain that of the activation which follows, see [#gain]
  public static Tensor kaimingUniform_(Tensor x, Fan fan, double gain, Generator generator) {
    return symmetric_(x, Math.sqrt(3) * kaiming(x, fan, gain), generator);
  }

  /// Normal with mean 0 and standard deviation gain / √fan.
  ///
  /// @param gain that of the activation which follows, see [#gain]
  public static Tensor kaimingNormal_(Tensor x, Fan fan, double gain, Generator generator) {
    return normal_(x, 0, kaiming(x, fan, gain), generator);
  }

  private static double kaiming(Tensor x, Fan fan, double gain) {
    return gain / Math.sqrt(fan.of(x.shape()));
  }

  /// The rows of \[out, in, ...\], or its columns if they are fewer, are orthogonal to each other
  /// and of length `gain`: Gram-Schmidt on normal numbers (Saxe et al., 2013, arXiv:1312.6120).
  ///
  /// @throws IllegalArgumentException if the weight has fewer than two dimensions
  public static Tensor orthogonal_(Tensor x, double gain, Generator generator) {
    if (x.rank() < 2) {
      throw new IllegalArgumentException(
          "Only tensors with 2 or more dimensions are supported. This one is of shape "
              + x.shape());
    }
    int out = x.size(0);
    int in = x.numel() / Math.max(1, out);
    Shape wide = Shape.of(Math.min(out, in), Math.max(out, in));
    List<Tensor> rows = new ArrayList<>();
    for (Tensor row : Tensor.randn(generator, DType.FLOAT64, wide).split(1, 0)) {
      Tensor rest = row;
      for (int pass = 0; pass < 2; pass++) { // once more, for what rounding left
        for (Tensor other : rows) {
          rest = rest.sub(other.mul(rest.mul(other).sum()));
        }
      }
      rows.add(rest.div(rest.square().sum().sqrt()));
    }
    if (rows.isEmpty()) {
      return x;
    }
    Tensor matrix = Tensor.cat(rows, 0).mul(gain);
    return copied(x, (out <= in ? matrix : matrix.t()).reshape(x.shape()));
  }

  private static Tensor symmetric_(Tensor x, double bound, Generator generator) {
    return uniform_(x, -bound, bound, generator);
  }

  // ---- how much an activation takes away

  /// [#gain(String, double)] with the slope 0.01, which matters for `leaky_relu` only.
  public static double gain(String nonlinearity) {
    return gain(nonlinearity, 0.01);
  }

  /// By what the weights before an activation are to be larger, so that the variance stays
  /// (PyTorch: `calculate_gain`).
  ///
  /// @param nonlinearity `linear`, `conv2d` and its like, `sigmoid`, `tanh`, `relu`, `leaky_relu`
  ///   or `selu`
  /// @param negativeSlope that of `leaky_relu`
  /// @throws IllegalArgumentException if it is none of these
  public static double gain(String nonlinearity, double negativeSlope) {
    return switch (nonlinearity) {
      case "linear",
          "conv1d",
          "conv2d",
          "conv3d",
          "conv_transpose1d",
          "conv_transpose2d",
          "conv_transpose3d",
          "sigmoid" ->
          1;
      case "tanh" -> 5.0 / 3;
      case "relu" -> Math.sqrt(2);
      case "leaky_relu" -> Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
      case "selu" -> 3.0 / 4;
      default -> throw new IllegalArgumentException("Unsupported nonlinearity " + nonlinearity);
    };
  }

  private static Tensor copied(Tensor x, Tensor values) {
    return GradMode.off(() -> x.copy_(values));
  }
}
