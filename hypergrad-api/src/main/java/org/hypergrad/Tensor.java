package org.hypergrad;

import java.util.List;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.StandardAttributes;
import org.hypergrad.spi.UnaryOperation;

/// A multi-dimensional array of numbers that can remember how it was computed (PyTorch:
/// `torch.Tensor`, `aten/src/ATen/core/TensorBase.h`).
///
/// A 0-d tensor of a floating type is a number with a gradient: what micrograd calls a `Value`. Its
/// number lives inside the object until something has to share or change it; then it moves to a
/// [Storage] like those of all others.
///
/// The operations are grouped by family in the interfaces this class implements; each is one line
/// that applies an operation of the core vocabulary, which a module brings by ServiceLoader.
public final class Tensor
    implements Arithmetic,
        Comparisons,
        Reductions,
        LinearAlgebra,
        Shaping,
        Indexing,
        InPlace,
        Differentiation,
        Conversions {
  private final DType dtype;
  private final Layout layout;

  /// The elements; null while the single number of a 0-d tensor lives in [#number].
  private Storage storage;

  private final double number;

  /// Where the gradient goes: null for a tensor that needs none, AccumulateGrad for a leaf, else
  /// the node that made it.
  private Edge edge;

  private AutogradMeta meta;

  private Tensor(DType dtype, Layout layout, Storage storage, double number) {
    this.dtype = dtype;
    this.layout = layout;
    this.storage = storage;
    this.number = number;
  }

  // ---- making tensors

  /// A 0-d tensor of float64.
  public static Tensor scalar(double value) {
    return new Tensor(DType.FLOAT64, Layout.SCALAR, null, value);
  }

  /// A 0-d tensor of the given type.
  public static Tensor scalar(DType dtype, double value) {
    return switch (dtype) {
      case FLOAT64 -> new Tensor(dtype, Layout.SCALAR, null, value);
      case FLOAT32 -> new Tensor(dtype, Layout.SCALAR, null, (float) value);
      default -> {
        Storage storage = Storage.zeros(dtype, 1);
        storage.set(0, value);
        yield new Tensor(dtype, Layout.SCALAR, storage, 0);
      }
    };
  }

  /// A 0-d tensor of int64.
  public static Tensor scalar(long value) {
    return new Tensor(DType.INT64, Layout.SCALAR, Storage.of(DType.INT64, new long[] {value}), 0);
  }

  /// A number on its way into an operation: it takes part in type promotion only with its category.
  static Tensor wrap(double value) {
    return new Tensor(DType.FLOAT64, Layout.WRAPPED_NUMBER, null, value);
  }

  /// A whole number on its way into an operation.
  static Tensor wrap(long value) {
    return new Tensor(
        DType.INT64, Layout.WRAPPED_NUMBER, Storage.of(DType.INT64, new long[] {value}), 0);
  }

  /// A tensor over a storage, without history; for operations.
  public static Tensor of(Storage storage, Layout layout) {
    return new Tensor(storage.dtype(), layout, storage, 0);
  }

  /// A 1-d tensor of float64 with a copy of the values.
  public static Tensor of(double... values) {
    return of(Shape.of(values.length), values);
  }

  /// A 1-d tensor of float32 with a copy of the values.
  public static Tensor of(float... values) {
    return of(Shape.of(values.length), values);
  }

  /// A 1-d tensor of int64 with a copy of the values.
  public static Tensor of(long... values) {
    return of(Shape.of(values.length), values);
  }

  /// A 1-d tensor of int32 with a copy of the values.
  public static Tensor of(int... values) {
    return of(Shape.of(values.length), values);
  }

  /// A 1-d tensor of bool with a copy of the values.
  public static Tensor of(boolean... values) {
    return of(Shape.of(values.length), values);
  }

  /// A 2-d tensor of float64 with a copy of the rows.
  public static Tensor of(double[][] rows) {
    return Creation.ofRows(rows);
  }

  /// A 2-d tensor of float32 with a copy of the rows.
  public static Tensor of(float[][] rows) {
    return Creation.ofRows(rows);
  }

  /// A 2-d tensor of int64 with a copy of the rows.
  public static Tensor of(long[][] rows) {
    return Creation.ofRows(rows);
  }

  /// A tensor of a shape with a copy of the row-major values: a `double[]`, `float[]`, `long[]`,
  /// `int[]`, `byte[]` (uint8) or `boolean[]`.
  ///
  /// @throws IllegalArgumentException if there are not as many values as the shape has elements
  public static Tensor of(Shape shape, Object values) {
    return Creation.of(shape, values);
  }

  /// Zeros of float32.
  public static Tensor zeros(int... sizes) {
    return zeros(DType.FLOAT32, Shape.of(sizes));
  }

  /// Zeros.
  public static Tensor zeros(DType dtype, Shape shape) {
    return Creation.zeros(dtype, shape);
  }

  /// Ones of float32.
  public static Tensor ones(int... sizes) {
    return ones(DType.FLOAT32, Shape.of(sizes));
  }

  /// Ones.
  public static Tensor ones(DType dtype, Shape shape) {
    return full(dtype, shape, 1);
  }

  /// A tensor whose elements are all `value`.
  public static Tensor full(DType dtype, Shape shape, double value) {
    return Creation.full(dtype, shape, value);
  }

  /// The whole numbers from 0 to `end` (exclusive), of int64.
  public static Tensor arange(long end) {
    return arange(0, end, 1);
  }

  /// start, start + step, ... up to `end` (exclusive), of int64.
  public static Tensor arange(long start, long end, long step) {
    return Creation.arange(start, end, step);
  }

  /// start, start + step, ... up to `end` (exclusive).
  public static Tensor arange(DType dtype, double start, double end, double step) {
    return Creation.arange(dtype, start, end, step);
  }

  /// `steps` numbers evenly from `start` to `end`, both included.
  public static Tensor linspace(DType dtype, double start, double end, int steps) {
    return Creation.linspace(dtype, start, end, steps);
  }

  /// The identity matrix.
  public static Tensor eye(DType dtype, int rows, int columns) {
    return Creation.eye(dtype, rows, columns);
  }

  /// Uniform in [0, 1), of float32, from the global generator.
  public static Tensor rand(int... sizes) {
    return rand(Generator.global(), DType.FLOAT32, Shape.of(sizes));
  }

  /// Uniform in [0, 1).
  public static Tensor rand(Generator generator, DType dtype, Shape shape) {
    return Creation.rand(generator, dtype, shape);
  }

  /// Normal with mean 0 and variance 1, of float32, from the global generator.
  public static Tensor randn(int... sizes) {
    return randn(Generator.global(), DType.FLOAT32, Shape.of(sizes));
  }

  /// Normal with mean 0 and variance 1.
  public static Tensor randn(Generator generator, DType dtype, Shape shape) {
    return Creation.randn(generator, dtype, shape);
  }

  /// Whole numbers from `low` to `high` (exclusive), of int64.
  public static Tensor randint(Generator generator, long low, long high, Shape shape) {
    return Creation.randint(generator, low, high, shape);
  }

  /// The numbers 0 to n − 1 in random order, of int64.
  public static Tensor permutation(Generator generator, int n) {
    return Creation.permutation(generator, n);
  }

  // ---- joining and choosing

  /// The tensors one behind the other along a dimension.
  public static Tensor cat(List<Tensor> tensors, int dim) {
    return apply(
            Core.CAT, Attributes.of(StandardAttributes.DIM, dim), tensors.toArray(Tensor[]::new))
        .getFirst();
  }

  /// Tensors of one shape along a new dimension.
  public static Tensor stack(List<Tensor> tensors, int dim) {
    return apply(
            Core.STACK, Attributes.of(StandardAttributes.DIM, dim), tensors.toArray(Tensor[]::new))
        .getFirst();
  }

  /// The elements of `a` where `condition` (of bool) holds, else those of `b`; all three are
  /// broadcast.
  public static Tensor where(Tensor condition, Tensor a, Tensor b) {
    return apply(Core.WHERE, Attributes.NONE, condition, a, b).getFirst();
  }

  // ---- what it is

  /// The element type.
  public DType dtype() {
    return dtype;
  }

  /// The sizes.
  public Shape shape() {
    return layout.shape();
  }

  /// The size of a dimension; negative counts from the end.
  public int size(int dim) {
    return layout.shape().size(dim);
  }

  /// How many dimensions there are (PyTorch: `dim()`).
  public int rank() {
    return layout.rank();
  }

  /// How many elements there are.
  public int numel() {
    return layout.numel();
  }

  /// Where the numbers live.
  public Device device() {
    return Device.CPU;
  }

  /// How the elements lie in the storage.
  public Layout layout() {
    return layout;
  }

  /// Whether the elements lie one after the other in row-major order.
  public boolean isContiguous() {
    return layout.isContiguous();
  }

  /// The elements, shared with all views. The single number of a 0-d tensor moves there at the
  /// first call.
  public Storage storage() {
    return storage != null ? storage : spill();
  }

  private synchronized Storage spill() {
    if (storage == null) {
      Storage single = Storage.zeros(dtype, 1);
      single.set(0, number);
      storage = single;
    }
    return storage;
  }

  /// Whether the elements lie in a [Storage] by now: all do but the number of a 0-d tensor, while
  /// it is no view and has none.
  public boolean hasStorage() {
    return storage != null;
  }

  /// How often the elements were changed in place; shared with all views (PyTorch: `_version`).
  public int version() {
    return storage == null ? 0 : storage.version();
  }

  /// Whether it is the only kind of tensor whose value [#number] gives: 0-d, of a floating type.
  public boolean isNumber() {
    return layout.rank() == 0 && dtype.isFloating();
  }

  /// The value of a 0-d tensor of a floating type, exactly.
  public double number() {
    return storage == null ? number : storage.getDouble(layout.offset());
  }

  /// Whether it stands for a plain Java number, whose size does not count in type promotion.
  public boolean isWrappedNumber() {
    return layout == Layout.WRAPPED_NUMBER;
  }

  /// A name for messages and drawings; null if it has none.
  public String name() {
    return meta == null ? null : meta.name;
  }

  /// Gives this tensor a name for messages and drawings.
  public Tensor name(String name) {
    meta().name = name;
    return this;
  }

  // ---- autograd

  /// Whether operations on this tensor record history.
  public boolean requiresGrad() {
    return edge != null;
  }

  /// Starts or stops recording for a leaf (PyTorch: `requires_grad_`); gives this tensor.
  ///
  /// @throws IllegalArgumentException if the type is not a floating one
  /// @throws IllegalStateException if it is a result and recording is to stop, or there is no
  ///   engine
  public Tensor requiresGrad(boolean requiresGrad) {
    if (requiresGrad && edge == null) {
      if (!dtype.isFloating()) {
        throw new IllegalArgumentException(
            "Only Tensors of floating point dtype can require gradients, but this one is "
                + dtype
                + ". Convert it first: x.to(DType.FLOAT64).");
      }
      edge = Autograd.engine().accumulateGrad(this);
      escape();
    } else if (!requiresGrad && edge != null) {
      if (!isLeaf()) {
        throw new IllegalStateException(
            "you can only change requires_grad flags of leaf variables. This one was computed by "
                + edge.node().name()
                + ": use y.detach() to go on without its history.");
      }
      edge = null;
    }
    return this;
  }

  /// Whether no operation made it, or none that was recorded: its gradient is kept in [#grad].
  public boolean isLeaf() {
    return edge == null || edge.node().variable() != null;
  }

  /// The node that made it (PyTorch: `grad_fn`); null for a leaf.
  public Node gradFn() {
    return isLeaf() ? null : edge.node();
  }

  /// Which output of [#gradFn] it is (PyTorch: `output_nr`).
  public int outputNr() {
    return edge == null ? 0 : edge.inputNr();
  }

  /// Where a gradient for this tensor goes: into the node that made it, or into the AccumulateGrad
  /// of a leaf; null if it requires none (PyTorch: `gradient_edge`,
  /// `torch/csrc/autograd/variable.h`).
  ///
  /// @throws IllegalStateException if it is a view whose base was changed in place since, by a
  ///   recorded operation
  public Edge gradientEdge() {
    if (meta != null && meta.base != null && meta.base.edge != meta.baseEdge) {
      throw new IllegalStateException(
          meta.base.isLeaf() ? Dispatcher.EARLIER_VIEW : Dispatcher.STALE_VIEW);
    }
    return edge;
  }

  /// This tensor without its history: shares the elements and the version, requires no gradient.
  public Tensor detach() {
    return new Tensor(dtype, layout, storage(), 0);
  }

  /// A copy of the elements, with history (PyTorch: `clone`).
  @Override
  public Tensor clone() {
    return apply(Core.CLONE);
  }

  // ---- applying operations

  /// Applies an operation with its defaults.
  public Tensor apply(UnaryOperation operation) {
    return Dispatcher.apply(operation, this, Attributes.NONE);
  }

  /// Applies an operation.
  public Tensor apply(UnaryOperation operation, Attributes attributes) {
    return Dispatcher.apply(operation, this, attributes);
  }

  /// Applies an operation to this and another tensor, with its defaults.
  public Tensor apply(BinaryOperation operation, Tensor other) {
    return Dispatcher.apply(operation, this, other, Attributes.NONE);
  }

  /// Applies an operation to this and another tensor.
  public Tensor apply(BinaryOperation operation, Tensor other, Attributes attributes) {
    return Dispatcher.apply(operation, this, other, attributes);
  }

  /// Applies the operation with this name, of whatever module, to this tensor and perhaps others.
  ///
  /// @return its first output
  /// @throws java.util.NoSuchElementException if no module present has it
  public Tensor apply(String operation, Tensor... others) {
    Tensor[] inputs = new Tensor[others.length + 1];
    inputs[0] = this;
    System.arraycopy(others, 0, inputs, 1, others.length);
    return Operations.named(operation).apply(inputs).getFirst();
  }

  /// Applies a function, which may have several outputs.
  public static List<Tensor> apply(Function function, Attributes attributes, Tensor... inputs) {
    return Dispatcher.apply(function, attributes, inputs);
  }

  // ---- for the dispatcher

  AutogradMeta meta() {
    return meta != null ? meta : newMeta();
  }

  /// As [#spill], for threads that come together here must find one another's.
  private synchronized AutogradMeta newMeta() {
    if (meta == null) {
      meta = new AutogradMeta();
    }
    return meta;
  }

  AutogradMeta metaOrNull() {
    return meta;
  }

  Edge edge() {
    return edge;
  }

  void setEdge(Edge edge) {
    this.edge = edge;
  }

  /// Gives the tensor the history of the operation that just changed it in place.
  void rebase(Edge edge) {
    this.edge = edge;
    if (meta != null && meta.retainsGrad) {
      edge.node().editHooks().retainGrad(edge.inputNr(), this);
    }
  }

  /// Whether operations on it have to look at its history: it has one, or shows a tensor that got
  /// one since.
  boolean isTracked() {
    return edge != null || meta != null && meta.base != null && meta.base.edge != meta.baseEdge;
  }

  /// Whether the step or pass it belonged to has ended and used its memory again.
  boolean isDead() {
    return storage != null && storage.isDead();
  }

  /// Leaves the elements to the garbage collector for good.
  void escape() {
    if (storage != null) {
      storage.escape();
    }
  }

  /// Hands the elements over to a leaf, as its gradient.
  void becomeGradient() {
    if (storage != null) {
      storage.becomeGradient();
    }
  }

  /// Lets the elements of a gradient that its leaf has forgotten be used again, if nobody else was
  /// given them.
  void forgotten() {
    if (storage != null) {
      storage.forgotten();
    }
  }

  /// Whether this tensor and `other` read the same storage.
  boolean sharesStorage(Tensor other) {
    return storage != null && storage == other.storage;
  }

  /// A new tensor object over the same elements, with no history yet.
  Tensor alias() {
    return storage == null
        ? new Tensor(dtype, layout, null, number)
        : new Tensor(dtype, layout, storage, 0);
  }

  /// As PyTorch prints it: `tensor([1., 2.], dtype=float64, requires_grad=True)`.
  @Override
  public String toString() {
    return Printer.print(this);
  }
}
