package org.hypergrad.demo.train;

import java.util.List;
import java.util.Locale;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.data.DatasetInfo;
import org.hypergrad.nn.data.Standardize;
import org.hypergrad.nn.train.TerminalText;

/// What there is to learn.
///
/// @param name what the data set is called
/// @param training what the network learns from
/// @param test what nobody looks at before the end: how good it is on samples that it never saw
/// @param divisor what the numbers in a file of such samples are to be divided by
record Samples(String name, Dataset training, Dataset test, double divisor) {
  private static final int BATCH = 1024;

  /// A data set without a test part of its own: a random fifth of it becomes one.
  static Samples divided(String name, Dataset all, Generator generator) {
    List<Dataset> parts = all.split(generator, 0.8, 0.2);
    return new Samples(name, parts.get(0), parts.get(1), 1);
  }

  /// What the numbers mean.
  DatasetInfo info() {
    return training.info();
  }

  /// How many numbers a sample has.
  int inputs() {
    return training.batch(0).inputs().size(1);
  }

  /// Brings samples to mean 0 and standard deviation 1: of every column on its own, but of all
  /// pixels of a picture together, for some of them are always white.
  Standardize standardize(Dataset fitted) {
    return info().image().isEmpty() ? Standardize.fit(fitted) : pixels(fitted);
  }

  private Standardize pixels(Dataset pictures) {
    double sum = 0;
    double squares = 0;
    for (Batch batch : new DataLoader(pictures, BATCH)) {
      Tensor x = batch.inputs().to(DType.FLOAT64);
      sum += x.sum().item();
      squares += x.square().sum().item();
    }
    double n = (double) pictures.size() * inputs();
    double mean = sum / n;
    double std = Math.sqrt(squares / n - mean * mean);
    Shape sample = Shape.of(inputs());
    return new Standardize(
        Tensor.full(DType.FLOAT32, sample, mean), Tensor.full(DType.FLOAT32, sample, std));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %,d samples to learn from, %,d to test with; %d numbers each, %d classes",
        TerminalText.of(name).text(),
        training.size(),
        test.size(),
        inputs(),
        info().classes().size());
  }
}
