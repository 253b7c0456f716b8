package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/// Compares the way our calls fail with PyTorch's: a standard exception, whose message contains
/// PyTorch's first sentence.
///
/// The sentence ends at the first full stop; what is Python in it is said in Java's words. Where we
/// choose to say it otherwise, the sentence we promise stands beside the port of the program, or in
/// the table below.
final class ErrorComparison {
  /// What PyTorch says otherwise than we do, as regular expressions, and our words.
  private static final Map<String, String> WORDS =
      Map.of(
          "torch\\.Size\\((\\[[^]]*])\\)", "$1",
          "torch\\.DoubleTensor", "float64",
          "torch\\.FloatTensor", "float32",
          "Python scalars", "Java numbers");

  /// What is no error here.
  private static final Set<String> ALLOWED =
      Set.of("only tensors with up to 64 dims are supported");

  private ErrorComparison() {}

  /// A program of `errors`.
  static void runProgram(JsonNode fields) {
    Ports.Port port = Programs.ERRORS.of(fields);
    Run run = new Run(fields);
    String sentence = port.sentence() == null ? sentence(fields) : port.sentence();
    assertFails(
        sentence,
        () -> {
          port.program().run(run);
          return null;
        });
  }

  /// A call of `op_errors`.
  static void runCall(JsonNode fields) {
    if (fields.get("exception").textValue().equals("TypeError")) {
      throw new UnsupportedCase("the Java compiler refuses such a call");
    }
    String name = OperationCase.name(fields);
    Row row = PyTorchCalls.find(name).orElseThrow(() -> UnsupportedList.unsupported(name));
    Call call = Call.of(fields);
    String sentence = sentence(fields);
    if (ALLOWED.contains(sentence)) {
      throw new UnsupportedCase("no error here: " + sentence);
    }
    assertFails(sentence, () -> row.outputs(call));
  }

  private static void assertFails(String sentence, Callable<?> program) {
    Object result;
    try {
      result = program.call();
    } catch (UnsupportedCase e) {
      throw e;
    } catch (Exception e) {
      assertSays(sentence, e);
      assertStandard(e);
      return;
    }
    throw new AssertionError(
        "expected \""
            + sentence
            + "\", but nothing failed"
            + (result == null ? "" : ": " + result));
  }

  private static void assertSays(String sentence, Exception e) {
    if (!plain(String.valueOf(e.getMessage())).contains(plain(sentence))) {
      throw new AssertionError("expected \"%s\", got %s".formatted(sentence, e), e);
    }
  }

  /// A call that does not fit is an argument or a state that is not allowed; one out of range, an
  /// index out of bounds.
  private static void assertStandard(Exception e) {
    boolean isIndex = e instanceof IndexOutOfBoundsException;
    boolean standard =
        isIndex || e instanceof IllegalArgumentException || e instanceof IllegalStateException;
    if (!standard || !isIndex && e.getMessage().matches(".*out of (range|bounds).*")) {
      throw new AssertionError("not the right kind of exception: " + e, e);
    }
  }

  /// PyTorch's first sentence, in our words.
  private static String sentence(JsonNode fields) {
    String sentence = fields.get("message").textValue().split("\\.(\\s|$)", 2)[0];
    for (var word : WORDS.entrySet()) {
      sentence = sentence.replaceAll(word.getKey(), word.getValue());
    }
    return sentence;
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
