package org.hypergrad.tests.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.GradOptions;
import org.hypergrad.Shape;
import org.hypergrad.Storage;
import org.hypergrad.Tensor;
import org.hypergrad.Threads;
import org.hypergrad.nn.optim.Adam;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Optimizers;
import org.hypergrad.optim.Options;
import org.hypergrad.spi.AdamStep;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.RmspropStep;
import org.hypergrad.spi.SgdStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A step of an optimizer is one kernel call: the same bits from every provider, on any number of
/// threads, wherever the parameter lies.
class FusedUpdateTest {
  private static final int[] LENGTHS = {1, 2, 15, 16, 17, 70, 4095, 4096, 4111, 100_003};

  private final int before = Threads.count();

  @AfterEach
  void as_many_threads_as_before() {
    Threads.setCount(before);
  }

  /// A step that changes some of four arrays by a fifth.
  @FunctionalInterface
  private interface Step {
    void run(Kernels<Object> kernels, int n, Object gradient, Object[] changed);
  }

  private static Step sgd(Random random) {
    SgdStep step =
        new SgdStep(
            0.1,
            0.9,
            random.nextInt(2) * 0.3,
            random.nextInt(2) * 0.01,
            random.nextBoolean(),
            random.nextBoolean());
    boolean momentum = random.nextInt(3) > 0;
    return (kernels, n, g, c) -> kernels.sgd(step, n, c[0], g, momentum ? c[1] : null);
  }

  private static Step adam(Random random) {
    AdamStep step =
        new AdamStep(
            0.1,
            0.9,
            0.999,
            1e-8,
            random.nextInt(2) * 0.01,
            random.nextBoolean(),
            random.nextBoolean(),
            1 + random.nextInt(50));
    boolean amsgrad = random.nextBoolean();
    return (kernels, n, g, c) -> kernels.adam(step, n, c[0], g, c[1], c[2], amsgrad ? c[3] : null);
  }

  private static Step rmsprop(Random random) {
    RmspropStep step =
        new RmspropStep(0.1, 0.99, 1e-8, random.nextInt(2) * 0.01, 0.9, random.nextBoolean());
    boolean centered = random.nextBoolean();
    boolean momentum = random.nextBoolean();
    return (kernels, n, g, c) ->
        kernels.rmsprop(step, n, c[0], g, c[2], centered ? c[1] : null, momentum ? c[3] : null);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void every_provider_gives_the_same_bits_on_any_number_of_threads(DType dtype) {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Step step =
          switch (seed % 3) {
            case 0 -> sgd(random);
            case 1 -> adam(random);
            default -> rmsprop(random);
          };
      int n = LENGTHS[random.nextInt(LENGTHS.length)];
      Threads.setCount(1);
      double[] expected = stepped(scalar(dtype), dtype, step, n, seed);
      for (Kernels<Object> kernels = Kernels.of(dtype); kernels != null; kernels = kernels.next()) {
        for (int threads : new int[] {1, 2, 8}) {
          Threads.setCount(threads);
          assertThat(Arrays.mismatch(stepped(kernels, dtype, step, n, seed), expected))
              .as("%s, seed %d, n %d, %d threads", kernels.provider(), seed, n, threads)
              .isEqualTo(-1);
        }
      }
    }
  }

  private static Kernels<Object> scalar(DType dtype) {
    Kernels<Object> kernels = Kernels.of(dtype);
    while (kernels.next() != null) {
      kernels = kernels.next();
    }
    return kernels;
  }

  /// All arrays, one behind the other, after the step. Each is longer than what is to be changed.
  private static double[] stepped(
      Kernels<Object> kernels, DType dtype, Step step, int n, int seed) {
    Random random = new Random(seed);
    Storage[] storages = new Storage[5];
    for (int k = 0; k < storages.length; k++) {
      storages[k] = Storage.zeros(dtype, n + 5);
      for (int i = 0; i < n + 5; i++) {
        double value = random.nextGaussian();
        storages[k].set(i, k >= 2 ? Math.abs(value) + 5 * (k - 2) : value);
      }
    }
    double[] gap = Arrays.stream(storages).mapToDouble(s -> s.getDouble(n)).toArray();
    Object[] changed = Arrays.stream(storages).skip(1).map(Storage::array).toArray();
    step.run(kernels, n, storages[0].array(), changed);
    assertThat(Arrays.stream(storages).mapToDouble(s -> s.getDouble(n))).containsExactly(box(gap));
    return Arrays.stream(storages)
        .flatMapToDouble(s -> IntStream.range(0, n).mapToDouble(s::getDouble))
        .toArray();
  }

  private static Double[] box(double[] values) {
    return Arrays.stream(values).boxed().toArray(Double[]::new);
  }

  @Test
  void a_parameter_that_lies_in_any_order_gets_the_same_step() {
    for (String name : List.of("sgd", "adam", "adamw", "rmsprop")) {
      Tensor start = Tensor.randn(new Generator(3), DType.FLOAT64, Shape.of(60, 90));
      Tensor room = Tensor.zeros(DType.FLOAT64, Shape.of(91, 60));
      Tensor strided = room.slice(0, 1, 91, 1).t();
      strided.copy_(start);
      assertThatTensor(trained(name, strided)).hasValues(trained(name, start.clone()).toDoubles());
      assertThatTensor(room.select(0, 0)).isFilledWith(0);
    }
  }

  private static Tensor trained(String name, Tensor start) {
    Tensor parameter = start.detach().requiresGrad(true);
    Optimizer optimizer =
        Optimizers.create(name, List.of(parameter), Attributes.of(Options.LR, 0.01));
    for (int i = 0; i < 3; i++) {
      optimizer.zeroGrad();
      parameter.square().mul(parameter).sum().backward();
      optimizer.step();
    }
    return parameter;
  }

  @Test
  void a_gradient_that_repeats_one_number_is_read_as_what_it_shows() {
    Tensor parameter = Tensor.zeros(DType.FLOAT64, Shape.of(3, 2)).requiresGrad(true);
    parameter.setGrad(Tensor.of(2.0).expand(3, 2));
    new SGD(List.of(parameter), 0.5).step();
    assertThatTensor(parameter).isFilledWith(-1);
  }

  @Test
  void a_step_counts_as_a_change_in_place() {
    Tensor parameter = Tensor.of(1.0, 2.0).requiresGrad(true);
    Tensor loss = parameter.square().sum();
    loss.backward(GradOptions.DEFAULT.retainGraph());
    new Adam(List.of(parameter)).step();
    assertThatThrownBy(loss::backward).hasMessageContaining("modified by an inplace operation");
  }
}
