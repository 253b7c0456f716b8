package org.hypergrad.spi;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Reduction;
import org.hypergrad.Shape;

/// The attributes of the operations that every provider of the core vocabulary knows, with
/// PyTorch's names and defaults.
public final class StandardAttributes {
  /// One dimension.
  public static final Attribute<Integer> DIM = Attribute.integer("dim", null).required();

  /// One dimension; null for all.
  public static final Attribute<Integer> DIM_OR_ALL = Attribute.integer("dim", null);

  /// A second dimension, as for a transposition.
  public static final Attribute<Integer> DIM1 = Attribute.integer("dim1", null).required();

  /// Several dimensions; null for all.
  public static final Attribute<List<Integer>> DIMS = Attribute.integers("dim");

  /// All dimensions, in another order.
  public static final Attribute<List<Integer>> ORDER = Attribute.integers("dims").required();

  /// Whether reduced dimensions stay, with size 1.
  public static final Attribute<Boolean> KEEPDIM = Attribute.flag("keepdim", false);

  /// A shape to bring the tensor into.
  public static final Attribute<Shape> SHAPE = Attribute.shape("shape").required();

  /// Sizes of parts.
  public static final Attribute<List<Integer>> SIZES = Attribute.integers("sizes").required();

  /// An index along a dimension.
  public static final Attribute<Integer> INDEX = Attribute.integer("index", 0);

  /// The first index of a slice.
  public static final Attribute<Integer> START = Attribute.integer("start", 0);

  /// The index a slice stops before.
  public static final Attribute<Integer> END = Attribute.integer("end", Integer.MAX_VALUE);

  /// The step of a slice.
  public static final Attribute<Integer> STEP = Attribute.integer("step", 1);

  /// An element type.
  public static final Attribute<DType> DTYPE = Attribute.dtype("dtype").required();

  /// A factor on the second operand of a sum, or the limit of an ELU.
  public static final Attribute<Double> ALPHA = Attribute.number("alpha", 1.0);

  /// What is taken off the number of elements a variance is divided by.
  public static final Attribute<Integer> CORRECTION = Attribute.integer("correction", 1);

  /// A number to fill with.
  public static final Attribute<Double> VALUE = Attribute.number("value", 0.0);

  /// A lower bound; null for none.
  public static final Attribute<Double> MIN = Attribute.number("min", null);

  /// An upper bound; null for none.
  public static final Attribute<Double> MAX = Attribute.number("max", null);

  /// Where a hardtanh begins to rise.
  public static final Attribute<Double> MIN_VAL = Attribute.number("min_val", -1.0);

  /// Where a hardtanh stops to rise.
  public static final Attribute<Double> MAX_VAL = Attribute.number("max_val", 1.0);

  /// How much a shrinkage takes off.
  public static final Attribute<Double> LAMBD = Attribute.number("lambd", 0.5);

  /// The slope of a leaky ReLU left of 0.
  public static final Attribute<Double> NEGATIVE_SLOPE = Attribute.number("negative_slope", 0.01);

  /// The steepness of a softplus.
  public static final Attribute<Double> BETA = Attribute.number("beta", 1.0);

  /// From where a softplus is the identity.
  public static final Attribute<Double> THRESHOLD = Attribute.number("threshold", 20.0);

  /// How a GELU is computed: `none` or `tanh`.
  public static final Attribute<String> APPROXIMATE = Attribute.text("approximate", "none");

  /// A probability.
  public static final Attribute<Double> P = Attribute.number("p", 0.5);

  /// How a loss is reduced.
  public static final Attribute<Reduction> REDUCTION =
      new Attribute<>("reduction", Reduction.class, Reduction.MEAN);

  /// The class whose rows a loss leaves out.
  public static final Attribute<Integer> IGNORE_INDEX = Attribute.integer("ignore_index", -100);

  /// The row of an embedding that learns nothing; negative for none.
  public static final Attribute<Integer> PADDING_IDX = Attribute.integer("padding_idx", -1);

  /// Whether the gradient of a row of an embedding is divided by how often the row was read.
  public static final Attribute<Boolean> SCALE_GRAD_BY_FREQ =
      Attribute.flag("scale_grad_by_freq", false);

  /// The shape of what is normalized: the last dimensions.
  public static final Attribute<Shape> NORMALIZED_SHAPE =
      Attribute.shape("normalized_shape").required();

  /// What is added to a variance before it is divided by.
  public static final Attribute<Double> EPS = Attribute.number("eps", 1e-5);

  private StandardAttributes() {}
}
