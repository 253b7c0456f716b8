package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Ports.port;

import java.util.List;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.Functional;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.Index;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;
import org.hypergrad.ValuesAndIndices;

/// The programs of `graph`, whose backward graphs are compared.
final class GraphPrograms {
  static final List<Ports.Port> TABLE =
      List.of(
          port("z = x * y", run -> run.put("z", run.leaf("x").mul(run.leaf("y")))),
          port("z = x * x", run -> run.put("z", run.leaf("x").mul(run.leaf("x")))),
          port(
              """
              a = x * 2
              b = a + 1
              c = a * 3
              z = b * c\
              """,
              run -> {
                Tensor a = run.put("a", run.leaf("x").mul(2));
                Tensor b = run.put("b", a.add(1));
                Tensor c = run.put("c", a.mul(3));
                run.put("z", b.mul(c));
              }),
          port(
              "z = (1 - x) + (1 / x) + (2 ** x)",
              run -> {
                Tensor x = run.leaf("x");
                // Python's 1 / x is the reciprocal times 1
                run.put("z", x.rsub(1).add(x.reciprocal().mul(1)).add(x.rpow(2)));
              }),
          port(
              """
              a = F.gelu(x)
              b = F.silu(x)
              c = F.leaky_relu(x, 0.1)
              d = F.elu(x)
              e = F.softplus(x)
              f = F.hardtanh(x)\
              """,
              run -> {
                Tensor x = run.leaf("x");
                run.put("a", Functional.gelu(x));
                run.put("b", Functional.silu(x));
                run.put("c", Functional.leakyRelu(x, 0.1));
                run.put("d", Functional.elu(x, 1));
                run.put("e", Functional.softplus(x));
                run.put("f", Functional.hardtanh(x, -1, 1));
              }),
          port(
              "z = F.embedding(i, w)",
              run -> run.put("z", Functional.embedding(run.leaf("i"), run.leaf("w")))),
          port("z = x + y", run -> run.put("z", run.leaf("x").add(run.leaf("y")))),
          port(
              """
              d = x.detach()
              z = d * x\
              """,
              run -> {
                Tensor d = run.put("d", run.leaf("x").detach());
                run.put("z", d.mul(run.leaf("x")));
              }),
          port(
              """
              with torch.no_grad():
                  d = x * 2
              z = d * x\
              """,
              run -> {
                Tensor d = run.put("d", GradMode.off(() -> run.leaf("x").mul(2)));
                run.put("z", d.mul(run.leaf("x")));
              }),
          port(
              """
              with torch.no_grad():
                  with torch.enable_grad():
                      z = x * 2
                  d = z * 3\
              """,
              run ->
                  GradMode.off(() -> {
                    Tensor z = run.put("z", GradMode.on(() -> run.leaf("x").mul(2)));
                    run.put("d", z.mul(3));
                  })),
          port(
              """
              a, b, c = x.split(2)
              z = a * b\
              """,
              run -> {
                List<Tensor> parts = run.leaf("x").split(2, 0);
                Tensor a = run.put("a", parts.get(0));
                Tensor b = run.put("b", parts.get(1));
                run.put("c", parts.get(2));
                run.put("z", a.mul(b));
              }),
          port(
              "a, b = x.chunk(2)",
              run -> {
                List<Tensor> parts = run.leaf("x").chunk(2, 0);
                run.put("a", parts.get(0));
                run.put("b", parts.get(1));
              }),
          port(
              """
              v, i = x.max(1)
              z = v.mean()\
              """,
              run -> {
                ValuesAndIndices max = run.leaf("x").max(1, false);
                run.put("v", max.values());
                run.put("i", max.indices());
                run.put("z", max.values().mean());
              }),
          port(
              """
              y = x * 2
              y.add_(1)
              z = y * x\
              """,
              run -> {
                Tensor y = run.put("y", run.leaf("x").mul(2));
                y.add_(1);
                run.put("z", y.mul(run.leaf("x")));
              }),
          port(
              """
              with torch.no_grad():
                  x.add_(1)
              z = x * 2\
              """,
              run -> {
                GradMode.off(() -> run.leaf("x").add_(1));
                run.put("z", run.leaf("x").mul(2));
              }),
          port("z = x.t().reshape(6)", run -> run.put("z", run.leaf("x").t().reshape(6))),
          port(
              "z = F.linear(x, w, b)",
              run -> {
                Tensor x = run.leaf("x");
                if (x.rank() > 2) {
                  throw new UnsupportedCase("a batch of matrices is matmul and add here");
                }
                run.put("z", Functional.linear(x, run.leaf("w"), run.leaf("b")));
              }),
          port(
              "z = F.linear(x, w)",
              run -> run.put("z", Functional.linear(run.leaf("x"), run.leaf("w"), null))),
          port("z = a @ b", run -> run.put("z", run.leaf("a").matmul(run.leaf("b")))),
          port(
              "z = torch.where(x > 0, x, y)",
              run -> {
                Tensor x = run.leaf("x");
                run.put("z", Tensor.where(x.gt(0), x, run.leaf("y")));
              }),
          port(
              "z = -F.log_softmax(x, 1).gather(1, t[:, None]).mean()",
              run -> {
                Tensor column = run.leaf("t").get(Index.all(), Index.newAxis());
                run.put("z", run.leaf("x").logSoftmax(1).gather(1, column).mean().neg());
              }),
          port(
              "z = F.binary_cross_entropy_with_logits(x, y)",
              run ->
                  run.put(
                      "z",
                      Functional.binaryCrossEntropyWithLogits(
                          run.leaf("x"), run.leaf("y"), null, null, Reduction.MEAN))),
          port(
              """
              a = torch.relu(x)
              b = torch.tanh(x)
              c = torch.sigmoid(x)\
              """,
              run -> {
                run.put("a", run.leaf("x").relu());
                run.put("b", run.leaf("x").tanh());
                run.put("c", run.leaf("x").sigmoid());
              }),
          port(
              """
              y = (x ** 3).sum()
              g, = grad(y, x, create_graph=True)\
              """,
              run -> {
                Tensor y = run.put("y", run.leaf("x").pow(3).sum());
                run.put("g", Autograd.grad(y, run.leaf("x"), GradOptions.DEFAULT.createGraph()));
              }),
          port(
              """
              y = (x ** 3).sum()
              g, = grad(y, x)\
              """,
              run -> {
                Tensor y = run.put("y", run.leaf("x").pow(3).sum());
                run.put("g", Autograd.grad(y, run.leaf("x")).getFirst());
              }),
          port("z = s * x", run -> run.put("z", run.leaf("s").mul(run.leaf("x")))),
          port(
              """
              z = x.float() * 2
              w = x.to(torch.float64)\
              """,
              run -> {
                run.put("z", run.leaf("x").to(DType.FLOAT32).mul(2));
                run.put("w", run.leaf("x").to(DType.FLOAT64));
              }),
          port(
              """
              y = x
              for _ in range(5):
                  y = torch.tanh(y * 2 + x)
              z = y.sum()\
              """,
              run -> {
                Tensor x = run.leaf("x");
                Tensor y = x;
                for (int i = 0; i < 5; i++) {
                  y = y.mul(2).add(x).tanh();
                }
                run.put("y", y);
                run.put("z", y.sum());
              }),
          port(
              """
              class Sq(torch.autograd.Function):
                  @staticmethod
                  def forward(ctx, a):
                      ctx.save_for_backward(a)
                      return a * a
                  @staticmethod
                  def backward(ctx, g):
                      a, = ctx.saved_tensors
                      return 2 * a * g
              z = Sq.apply(x) + 1\
              """,
              run -> {
                UserFunction square =
                    new UserFunction("sq", a -> List.of(a.mul(a)), (a, g) -> a.mul(2).mul(g[0]));
                run.put("z", square.apply(run.leaf("x")).getFirst().add(1));
              }));

  private GraphPrograms() {}
}
