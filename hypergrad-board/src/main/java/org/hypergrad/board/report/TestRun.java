package org.hypergrad.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.train.Classes;
import org.hypergrad.nn.train.ConfusionMatrix;
import org.hypergrad.nn.train.MeanLoss;
import org.hypergrad.nn.train.Modes;

/// How a network did on samples that it never saw.
///
/// @param loss the mean over the samples
/// @param answers in the order of the samples; empty if there are no classes
/// @param confusion of the classes, which may be none
record TestRun(Dataset data, double loss, List<Answer> answers, ConfusionMatrix confusion) {
  private static final int BATCH = 256;

  static TestRun of(Block network, Block loss, Dataset data) {
    MeanLoss meanLoss = new MeanLoss(loss);
    List<Answer> answers = new ArrayList<>();
    ConfusionMatrix confusion = new ConfusionMatrix(data.info().classes());
    Modes modes = Modes.of(network);
    network.eval();
    try {
      GradMode.off(() -> {
        for (Batch batch : new DataLoader(data, BATCH)) {
          Tensor output = network.apply(batch.inputs());
          meanLoss.update(output, batch.targets());
          if (!data.info().classes().isEmpty() && output.rank() <= 2) {
            confusion.update(output, batch.targets());
            addAnswers(output, batch.targets(), answers);
          }
        }
      });
    } finally {
      modes.restore();
    }
    return new TestRun(data, meanLoss.value(), answers, confusion);
  }

  private static void addAnswers(Tensor output, Tensor target, List<Answer> answers) {
    double[][] probabilities = Answer.probabilities(output);
    long[] actual = Classes.of(output, target).actual().toLongs();
    for (int i = 0; i < probabilities.length; i++) {
      answers.add(new Answer(answers.size(), (int) actual[i], probabilities[i]));
    }
  }

  boolean hasClasses() {
    return !answers.isEmpty();
  }

  /// The fraction of right answers.
  double accuracy() {
    return (double) answers.stream().filter(Answer::isRight).count() / answers.size();
  }

  /// The wrong answers, those the network was surest of first.
  List<Answer> mistakes() {
    return answers.stream()
        .filter(answer -> !answer.isRight())
        .sorted(Comparator.comparingDouble(answer -> -answer.probability()))
        .toList();
  }
}
