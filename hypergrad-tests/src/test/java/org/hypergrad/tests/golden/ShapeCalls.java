package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.row;
import static org.hypergrad.tests.golden.Row.unary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// The same elements in other shapes, and tensors joined or taken apart.
final class ShapeCalls {
  static final List<Row> TABLE =
      List.of(
          row("view", c -> c.t(0).view(c.sizes(1))),
          row("view_as", c -> c.t(0).view(c.t(1).shape().toArray())),
          row("reshape", c -> c.t(0).reshape(c.sizes(1))),
          row("reshape_as", c -> c.t(0).reshape(c.t(1).shape())),
          row(
              "flatten",
              c -> c.t(0).flatten(c.integer(1, "start_dim", 0), c.integer(2, "end_dim", -1))),
          unary("ravel", Tensor::flatten),
          row(
              "squeeze",
              c -> c.given(1, "dim") ? c.t(0).squeeze(c.integer(1, "dim")) : c.t(0).squeeze()),
          row("unflatten", c -> c.t(0).unflatten(c.integer(1, "dim"), c.sizes(2))),
          row("unsqueeze", c -> c.t(0).unsqueeze(c.integer(1, "dim"))),
          row("transpose", c -> c.t(0).transpose(c.integer(1, "dim0"), c.integer(2, "dim1"))),
          unary("t", Tensor::t),
          unary(
              "T",
              x -> x.permute(IntStream.range(0, x.rank()).map(d -> x.rank() - 1 - d).toArray())),
          unary("mT", x -> x.rank() == 0 ? x : x.transpose(-2, -1)),
          row("permute", c -> c.t(0).permute(c.sizes(1))),
          row("expand", c -> c.t(0).expand(c.sizes(1))),
          row("expand_as", c -> c.t(0).expand(c.t(1).shape())),
          row("broadcast_to", c -> c.t(0).expand(c.sizes(1))),
          unary("clone", Tensor::clone),
          unary("contiguous", Tensor::contiguous),
          row("cat", c -> Tensor.cat(c.list(0), c.integer(1, "dim", 0))),
          row("stack", c -> Tensor.stack(c.list(0), c.integer(1, "dim", 0))),
          row("split", ShapeCalls::split),
          row("split_with_sizes", ShapeCalls::split),
          row("chunk", c -> c.t(0).chunk(c.integer(1, "chunks"), c.integer(2, "dim", 0))),
          row("broadcast_tensors", c -> broadcast(c.tensors)));

  private ShapeCalls() {}

  private static List<Tensor> split(Call c) {
    int dim = c.integer(2, "dim", 0);
    return c.isList(1)
        ? c.t(0).split(Arrays.stream(c.sizes(1)).boxed().toList(), dim)
        : c.t(0).split(c.integer(1, "split_size"), dim);
  }

  private static List<Tensor> broadcast(List<Tensor> tensors) {
    Shape shape = tensors.stream().map(Tensor::shape).reduce(Shape.SCALAR, Shape::broadcast);
    return tensors.stream().map(tensor -> tensor.expand(shape)).toList();
  }
}
