package org.hypergrad.demo.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.hypergrad.Tensor;
import org.hypergrad.nn.data.Batch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hypergrad predict --model digits.safetensors --digits 0,1,2`
@Command(
    name = "predict",
    description = "Tells the classes of samples, by a network that was trained before.",
    footer = {
      "",
      "  hypergrad train digits --save digits.safetensors",
      "  hypergrad predict --model digits.safetensors --digits 0,1,2",
      "  hypergrad train csv flowers.csv --label species --save flowers.safetensors",
      "  hypergrad predict --model flowers.safetensors more-flowers.csv"
    })
public final class PredictCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "FILE_OR_DIR",
      required = true,
      description = "what --save wrote, or a checkpoint, or the folder of --checkpoint")
  private Path model;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "samples: a table in CSV with the columns it learnt from, or pictures in IDX")
  private Path file;

  @Option(
      names = "--digits",
      paramLabel = "INDEX",
      arity = "1..*",
      split = ",",
      description = "built-in digits by their numbers, from 0 to 1796")
  private int[] digits;

  PredictCommand() {}

  @Override
  public void run() {
    if ((file == null) == (digits == null)) {
      throw new ParameterException(spec.commandLine(), "Give either a FILE or --digits INDEX");
    }
    PrintWriter out = spec.commandLine().getOut();
    Classifier classifier = Classifier.load(model);
    SampleReader samples = new SampleReader(classifier.config());
    if (digits == null) {
      answers(classifier, samples.read(file)).print(out);
    } else {
      Batch batch = samples.digits(digits);
      DigitsLesson.print(batch.inputs(), out, IntStream.range(0, batch.size()).toArray());
      answers(classifier, batch.inputs()).print(digits, batch.targets().toLongs(), out);
    }
  }

  private static Answers answers(Classifier classifier, Tensor samples) {
    return new Answers(classifier.config().info().classes(), classifier.probabilities(samples));
  }
}
