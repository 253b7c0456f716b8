package org.hypergrad.demo.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.hypergrad.Shape;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.data.DatasetInfo;
import org.hypergrad.nn.data.Standardize;

/// What has to be known to build a network again before its parameters are loaded, and to use it:
/// the metadata of a model file.
///
/// @param data the name of the data set it learnt from
/// @param inputs how many numbers a sample has
/// @param hidden how many neurons each hidden layer has
/// @param activation the operation after each hidden layer
/// @param info what the inputs are, and the names of the classes
/// @param divisor what the numbers of a file are divided by before the network gets them
record ClassifierConfig(
    String data,
    int inputs,
    List<Integer> hidden,
    String activation,
    DatasetInfo info,
    double divisor) {
  private static final String FEATURE = "feature.";
  private static final String CLASS = "class.";
  private static final String IMAGE = "image";

  ClassifierConfig {
    hidden = List.copyOf(hidden);
  }

  /// A new network: standardization, hidden layers with the activation, and a last layer with a
  /// score for each class.
  Sequential build(Standardize standardize) {
    Sequential network = new Sequential().add("standardize", standardize);
    int width = inputs;
    for (int i = 0; i < hidden.size(); i++) {
      network.add("hidden" + (i + 1), new Linear(width, hidden.get(i)));
      network.add("activation" + (i + 1), Activation.named(activation));
      width = hidden.get(i);
    }
    return network.add("scores", new Linear(width, info.classes().size()));
  }

  /// A new network of this kind whose numbers are yet to be loaded.
  Sequential build() {
    return build(new Standardize(Shape.of(inputs)));
  }

  /// All of it as texts.
  Map<String, String> toMetadata() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("data", data);
    texts.put("inputs", Integer.toString(inputs));
    texts.put("hidden", hidden.stream().map(String::valueOf).collect(Collectors.joining(",")));
    texts.put("activation", activation);
    texts.put("divisor", Double.toString(divisor));
    info.image().ifPresent(image -> texts.put(IMAGE, image.size(0) + "x" + image.size(1)));
    putAll(FEATURE, info.features(), texts);
    putAll(CLASS, info.classes(), texts);
    return texts;
  }

  private static void putAll(String prefix, List<String> names, Map<String, String> texts) {
    for (int i = 0; i < names.size(); i++) {
      texts.put(prefix + i, names.get(i));
    }
  }

  /// What [#toMetadata] wrote.
  ///
  /// @throws IllegalArgumentException if something is missing or makes no sense
  static ClassifierConfig of(Map<String, String> texts) {
    Optional<Shape> image =
        Optional.ofNullable(texts.get(IMAGE)).map(size -> Shape.of(numbers(size, "x")));
    return new ClassifierConfig(
        text("data", texts),
        positive(text("inputs", texts)),
        Arrays.stream(numbers(text("hidden", texts), ",")).boxed().toList(),
        text("activation", texts),
        new DatasetInfo(all(FEATURE, texts), all(CLASS, texts), image),
        Double.parseDouble(text("divisor", texts)));
  }

  private static String text(String name, Map<String, String> texts) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("it does not say '" + name + "'");
    }
    return text;
  }

  private static List<String> all(String prefix, Map<String, String> texts) {
    List<String> names = new ArrayList<>();
    while (texts.containsKey(prefix + names.size())) {
      names.add(texts.get(prefix + names.size()));
    }
    return names;
  }

  private static int[] numbers(String text, String separator) {
    return text.isEmpty()
        ? new int[0]
        : Arrays.stream(text.split(separator)).mapToInt(ClassifierConfig::positive).toArray();
  }

  private static int positive(String text) {
    int number = Integer.parseInt(text);
    if (number < 1) {
      throw new IllegalArgumentException("a size is " + number);
    }
    return number;
  }

  /// The sizes of the layers: `64-64-32-10`.
  @Override
  public String toString() {
    StringJoiner sizes = new StringJoiner("-").add(Integer.toString(inputs));
    hidden.forEach(size -> sizes.add(size.toString()));
    return sizes.add(Integer.toString(info.classes().size())).toString();
  }
}
