package org.hypergrad.demo.pitfall;

import java.io.PrintWriter;
import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.hypergrad.demo.Numbers;
import org.hypergrad.nn.scalar.Layer;
import org.hypergrad.nn.scalar.MLP;

/// A layer that gives a list, but a bare number where it has one neuron, fits no layer behind it.
final class LayerOfOneNeuron {
  private static final Numbers NUMBERS = new Numbers(4);

  private LayerOfOneNeuron() {}

  /// The mistake, as micrograd makes it: `return out[0] if len(out) == 1 else out`.
  private static Object numberOrList(Layer layer, Object inputs) {
    List<Tensor> out = layer.apply(numbers(inputs));
    return out.size() == 1 ? out.getFirst() : out;
  }

  private static List<Tensor> numbers(Object inputs) {
    if (inputs instanceof List<?> list) {
      return list.stream().map(Tensor.class::cast).toList();
    }
    throw new ClassCastException(
        "the inputs are no list, but one " + inputs.getClass().getSimpleName());
  }

  /// Prints what becomes of a network 2-1-2 with such layers, and with those of this library.
  static void print(PrintWriter out) {
    List<Tensor> inputs = List.of(Tensor.scalar(0.5), Tensor.scalar(-1.0));
    Generator generator = new Generator(1);
    Layer first = new Layer(2, 1, false, generator);
    Layer second = new Layer(1, 2, false, generator);

    out.println("Two layers, of one neuron and of two, for the inputs 0.5 and -1:");
    out.println();
    out.println("  layers that give a bare number for one neuron:");
    Object hidden = numberOrList(first, inputs);
    out.println("    the first gives   " + text(hidden));
    try {
      out.println("    the second gives  " + text(numberOrList(second, hidden)));
    } catch (ClassCastException e) {
      out.println("    the second fails  " + e.getMessage());
    }
    out.println("  layers that always give a list:");
    List<Tensor> list = first.apply(inputs);
    out.println("    the first gives   " + text(list));
    out.println("    the second gives  " + text(second.apply(list)));
    MLP network = new MLP(generator, 2, 1);
    out.println("  also at the end, where the caller says that it is one:");
    out.println("    getFirst() gives  " + text(network.apply(inputs).getFirst()));
  }

  private static String text(Object output) {
    return output instanceof List<?> list
        ? list.stream().map(LayerOfOneNeuron::text).toList().toString()
        : NUMBERS.text((Tensor) output);
  }
}
