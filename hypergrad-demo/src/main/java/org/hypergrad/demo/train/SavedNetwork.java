package org.hypergrad.demo.train;

import java.nio.file.Path;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.board.report.NetworkGraph;
import org.hypergrad.nn.Sequential;

/// A network that a training left, to be looked at.
///
/// @param name what it learnt from, and the sizes of its layers
public record SavedNetwork(String name, Sequential network, Shape sample) {
  /// Reads what `--save` wrote, or a checkpoint.
  ///
  /// @throws org.hypergrad.demo.InvalidInputException if there is none, or it is damaged
  public static SavedNetwork load(Path path) {
    Classifier classifier = Classifier.load(path);
    ClassifierConfig config = classifier.config();
    return new SavedNetwork(
        config.data() + " " + config, classifier.network(), Shape.of(1, config.inputs()));
  }

  /// Its graphs for a sample made up at random, always the same: each number is distributed as in
  /// the samples that the network learnt from.
  public NetworkGraph graph() {
    Tensor noise = Tensor.randn(new Generator(0), DType.FLOAT32, sample);
    Tensor mean = network.stateDict().get("standardize.mean");
    Tensor std = network.stateDict().get("standardize.std");
    return NetworkGraph.of(network, noise.mul(std).add(mean));
  }
}
