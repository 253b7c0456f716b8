package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Ports.port;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// Programs of `errors` about gradients: passes that cannot be done, changes in place, what
/// requires gradients.
final class AutogradErrorPrograms {
  static final List<Ports.Port> TABLE =
      List.of(
          port(
              """
              y = (x * x).sum()
              y.backward()
              y.backward()\
              """,
              run -> {
                Tensor y = run.leaf("x").mul(run.leaf("x")).sum();
                y.backward();
                y.backward();
              }),
          port(
              """
              y = (x ** 3).sum()
              grad(y, x)
              grad(y, x)\
              """,
              run -> {
                Tensor y = run.leaf("x").pow(3).sum();
                Autograd.grad(y, run.leaf("x"));
                Autograd.grad(y, run.leaf("x"));
              }),
          port(
              """
              g, = grad((x ** 3).sum(), x, create_graph=True)
              grad(g.sum(), x)
              grad(g.sum(), x)\
              """,
              run -> {
                Tensor x = run.leaf("x");
                Tensor g = Autograd.grad(x.pow(3).sum(), x, GradOptions.DEFAULT.createGraph());
                Autograd.grad(g.sum(), x);
                Autograd.grad(g.sum(), x);
              }),
          port("(x * 2).backward()", run -> run.leaf("x").mul(2).backward()),
          port("grad(x * 2, x)", run -> Autograd.grad(run.leaf("x").mul(2), run.leaf("x"))),
          port("x.sum().backward()", run -> run.leaf("x").sum().backward()),
          port("x.detach().sum().backward()", run -> run.leaf("x").detach().sum().backward()),
          port(
              """
              with torch.no_grad():
                  y = x.sum()
              y.backward()\
              """,
              run -> {
                Tensor y = GradMode.off(() -> run.leaf("x").sum());
                y.backward();
              }),
          port(
              "grad((x * 2).sum(), y)",
              run -> Autograd.grad(run.leaf("x").mul(2).sum(), run.leaf("y"))),
          port(
              "grad(x * 2, x, torch.ones(4, dtype=torch.float64))",
              run ->
                  Autograd.grad(
                      List.of(run.leaf("x").mul(2)),
                      List.of(run.leaf("x")),
                      List.of(ones(4)),
                      GradOptions.DEFAULT)),
          port(
              "torch.autograd.backward([x * 2], [None])",
              run ->
                  Autograd.backward(
                      List.of(run.leaf("x").mul(2)),
                      Collections.singletonList(null),
                      GradOptions.DEFAULT)),
          port(
              "grad([x * 2, x * 3], [x], [torch.ones(3, dtype=torch.float64)])",
              run -> {
                Tensor x = run.leaf("x");
                Autograd.grad(
                    List.of(x.mul(2), x.mul(3)), List.of(x), List.of(ones(3)), GradOptions.DEFAULT);
              }),
          port("x.add_(1)", run -> run.leaf("x").add_(1)),
          port("x.fill_(0.0)", run -> run.leaf("x").fill_(0)),
          port("x[0] = 1.0", run -> run.leaf("x").get(0).fill_(1)),
          port("x[0:2].mul_(2)", run -> run.leaf("x").narrow(0, 0, 2).mul_(2)),
          port("x.view(2, 2).add_(1)", run -> run.leaf("x").view(2, 2).add_(1)),
          port(
              """
              y = x.exp()
              y.add_(1)
              y.sum().backward()\
              """,
              run -> {
                Tensor y = run.leaf("x").exp();
                y.add_(1);
                y.sum().backward();
              }),
          port(
              """
              y = x * 1
              z = y * w
              y.add_(1)
              z.sum().backward()\
              """,
              run -> {
                Tensor y = run.leaf("x").mul(1);
                Tensor z = y.mul(run.leaf("w"));
                y.add_(1);
                z.sum().backward();
              }),
          port(
              """
              y = torch.sigmoid(x)
              y.mul_(2)
              y.sum().backward()\
              """,
              run -> {
                Tensor y = run.leaf("x").sigmoid();
                y.mul_(2);
                y.sum().backward();
              }),
          port(
              """
              y = torch.tanh(x)
              y.add_(1)
              y.add_(1)
              y.sum().backward()\
              """,
              run -> {
                Tensor y = run.leaf("x").tanh();
                y.add_(1);
                y.add_(1);
                y.sum().backward();
              }),
          port(
              """
              y = x * 1
              a, b = y.split(2)
              a.mul_(2)\
              """,
              run -> {
                Tensor y = run.leaf("x").mul(1);
                y.split(2, 0).getFirst().mul_(2);
              }),
          port(
              "torch.tensor([1, 2, 3], requires_grad=True)",
              "Only Tensors of floating point dtype can require gradients",
              _ -> Tensor.of(1L, 2L, 3L).requiresGrad(true)),
          port("torch.tensor([1, 2]).requires_grad_()", _ -> Tensor.of(1L, 2L).requiresGrad(true)),
          port(
              "torch.zeros(2, dtype=torch.bool, requires_grad=True)",
              "Only Tensors of floating point dtype can require gradients",
              _ -> Tensor.zeros(DType.BOOL, Shape.of(2)).requiresGrad(true)),
          port(
              """
              y = x * 2
              y.requires_grad = False\
              """,
              run -> run.leaf("x").mul(2).requiresGrad(false)),
          port("x.item()", run -> run.leaf("x").item()),
          port("float(x)", run -> run.leaf("x").item()),
          port(
              """
              if x:
                  pass\
              """,
              "only one element tensors can be converted to Java numbers",
              run -> run.leaf("x").itemBoolean()),
          port("x.grad = torch.zeros(3)", run -> run.leaf("x").setGrad(Tensor.zeros(3))),
          port("x.register_hook(lambda g: g)", run -> run.leaf("x").registerHook(g -> g)),
          port("x.retain_grad()", run -> run.leaf("x").retainGrad()),
          port(
              """
              class Fn(torch.autograd.Function):
                  @staticmethod
                  def forward(ctx, a):
                      return a * 2
                  @staticmethod
                  def backward(ctx, g):
                      return torch.ones(2, dtype=torch.float64)
              Fn.apply(x).sum().backward()\
              """,
              "Function FnBackward0 returned an invalid gradient at index 0 - got [2] but expected"
                  + " shape compatible with [3]",
              run -> {
                UserFunction function =
                    new UserFunction("fn", a -> List.of(a.mul(2)), (_, _) -> ones(2));
                function.apply(run.leaf("x")).getFirst().sum().backward();
              }));

  private AutogradErrorPrograms() {}

  private static Tensor ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return Tensor.of(ones);
  }
}
