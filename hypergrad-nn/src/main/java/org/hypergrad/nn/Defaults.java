package org.hypergrad.nn;

import java.util.function.Supplier;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// What layers make their parameters with: the element type, float32 unless said otherwise
/// (PyTorch: `torch.set_default_dtype`), and the source of random numbers, the global generator
/// unless said otherwise. Like grad mode they hold for a block of code, and cannot leak out of it:
///
/// ```java
/// Net net = Defaults.with(DType.FLOAT64, new Generator(1), Net::new);
/// ```
///
/// @param dtype a floating type
/// @param generator where initial values come from
public record Defaults(DType dtype, Generator generator) {
  private static final ScopedValue<Defaults> CURRENT = ScopedValue.newInstance();
  private static final Defaults STANDARD = new Defaults(DType.FLOAT32, Generator.global());

  /// Defaults.
  ///
  /// @throws IllegalArgumentException if the type is not a floating one
  public Defaults {
    if (!dtype.isFloating()) {
      throw new IllegalArgumentException(
          "only floating-point types are supported as the default type, but got " + dtype);
    }
  }

  /// The defaults that hold here.
  public static Defaults current() {
    return CURRENT.orElse(STANDARD);
  }

  /// Runs `block` with these defaults.
  public static <T> T with(DType dtype, Generator generator, Supplier<T> block) {
    return ScopedValue.where(CURRENT, new Defaults(dtype, generator)).call(block::get);
  }

  /// Runs `block` with another type.
  public static <T> T with(DType dtype, Supplier<T> block) {
    return with(dtype, current().generator, block);
  }

  /// Runs `block` with another source of random numbers.
  public static <T> T with(Generator generator, Supplier<T> block) {
    return with(current().dtype, generator, block);
  }

  /// Zeros.
  public Tensor zeros(int... sizes) {
    return Tensor.zeros(dtype, Shape.of(sizes));
  }

  /// Ones.
  public Tensor ones(int... sizes) {
    return Tensor.ones(dtype, Shape.of(sizes));
  }
}
