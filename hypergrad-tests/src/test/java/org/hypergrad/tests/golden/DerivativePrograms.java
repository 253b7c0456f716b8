package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Ports.port;

import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.Autograd;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;

/// Programs of `autograd_api` about derivatives as values: `grad`, higher derivatives, Jacobians.
final class DerivativePrograms {
  private static final GradOptions CREATE_GRAPH = GradOptions.DEFAULT.createGraph();

  static final List<Ports.Port> TABLE =
      List.of(
          port(
              """
              a, b = grad((x * 2).sum(), [x, y], allow_unused=True)
              R['x'] = a
              R['y_none'] = b is None\
              """,
              run -> {
                Tensor x = run.leaf("x");
                List<Tensor> gradients =
                    Autograd.grad(
                        List.of(x.mul(2).sum()),
                        List.of(x, run.leaf("y")),
                        null,
                        GradOptions.DEFAULT.allowUnused());
                run.put("x", gradients.get(0));
                run.put("y_none", gradients.get(1) == null);
              }),
          port(
              """
              g, = grad(x ** 2, x, torch.tensor([1.0, 0.5, -2.0], dtype=torch.float64))
              R['g'] = g\
              """,
              run -> {
                Tensor x = run.leaf("x");
                run.put("g", vectorJacobian(x.pow(2), x, Tensor.of(1.0, 0.5, -2.0)));
              }),
          port(
              """
              g = grad([(x * y).sum(), (x ** 2).sum()], [x, y])
              R['x'], R['y'] = g\
              """,
              run -> {
                Tensor x = run.leaf("x");
                Tensor y = run.leaf("y");
                List<Tensor> g =
                    Autograd.grad(
                        List.of(x.mul(y).sum(), x.pow(2).sum()),
                        List.of(x, y),
                        null,
                        GradOptions.DEFAULT);
                run.put("x", g.get(0));
                run.put("y", g.get(1));
              }),
          port(
              """
              y = x.exp()
              z = (y ** 2).sum()
              R['y'], = grad(z, y)\
              """,
              run -> {
                Tensor y = run.leaf("x").exp();
                run.put("y", Autograd.grad(y.pow(2).sum(), y).getFirst());
              }),
          port(
              """
              g, = grad((x ** 4).sum(), x, create_graph=True)
              h, = grad(g.sum(), x)
              R['g'] = g
              R['h'] = h\
              """,
              run -> {
                Tensor x = run.leaf("x");
                Tensor g = run.put("g", Autograd.grad(x.pow(4).sum(), x, CREATE_GRAPH));
                run.put("h", Autograd.grad(g.sum(), x).getFirst());
              }),
          port(
              """
              y = (x ** 5).sum()
              for k in range(4):
                  y = grad(y, x, create_graph=True)[0]
                  R['d%d' % (k + 1)] = y
                  y = y.sum()\
              """,
              run -> putDerivatives(run, run.leaf("x").pow(5), 4)),
          port(
              """
              y = x.sin()
              for k in range(4):
                  y = grad(y.sum(), x, create_graph=True)[0]
                  R['d%d' % (k + 1)] = y\
              """,
              run -> putDerivatives(run, run.leaf("x").sin(), 4)),
          port(
              """
              y = x.tanh()
              for k in range(3):
                  y = grad(y.sum(), x, create_graph=True)[0]
                  R['d%d' % (k + 1)] = y\
              """,
              run -> putDerivatives(run, run.leaf("x").tanh(), 3)),
          port(
              "R['j'] = torch.autograd.functional.jacobian(lambda a: torch.tanh(w @ a),"
                  + " x.detach())",
              run -> {
                Tensor a = run.leaf("x").detach().requiresGrad(true);
                Tensor y = run.leaf("w").matmul(a).tanh();
                run.put("j", jacobian(y, a));
              }),
          port(
              """
              j = torch.autograd.functional.jacobian(lambda a, b: a * b.exp(), (x.detach(), y.detach()))
              R['jx'], R['jy'] = j\
              """,
              run -> {
                Tensor a = run.leaf("x").detach().requiresGrad(true);
                Tensor b = run.leaf("y").detach().requiresGrad(true);
                Tensor product = a.mul(b.exp());
                run.put("jx", jacobian(product, a));
                run.put("jy", jacobian(product, b));
              }),
          port(
              """
              o, g = torch.autograd.functional.vjp(lambda a: torch.sin(w @ a), x.detach(), v)
              R['o'] = o
              R['g'] = g\
              """,
              run -> {
                Tensor a = run.leaf("x").detach().requiresGrad(true);
                Tensor o = run.put("o", run.leaf("w").matmul(a).sin());
                run.put("g", vectorJacobian(o, a, run.leaf("v")));
              }),
          port(
              """
              o, g = torch.autograd.functional.jvp(lambda a: torch.sin(w @ a), x.detach(), v)
              R['o'] = o
              R['g'] = g\
              """,
              run -> {
                Tensor a = run.leaf("x").detach().requiresGrad(true);
                Tensor o = run.put("o", run.leaf("w").matmul(a).sin());
                run.put("g", jacobianVector(o, a, run.leaf("v")));
              }),
          port(
              """
              o, g = torch.autograd.functional.vhp(lambda a: (a.exp() * a.sum()).sum(), x.detach(), v)
              R['o'] = o
              R['g'] = g\
              """,
              run -> {
                Tensor a = run.leaf("x").detach().requiresGrad(true);
                Tensor o = run.put("o", a.exp().mul(a.sum()).sum());
                Tensor gradient = Autograd.grad(o, a, CREATE_GRAPH);
                run.put("g", vectorJacobian(gradient, a, run.leaf("v")));
              }));

  private DerivativePrograms() {}

  /// Keeps the derivatives of y for x, element by element, as `d1`, `d2`, ...
  private static void putDerivatives(Run run, Tensor y, int order) {
    Tensor derivative = y;
    for (int k = 1; k <= order; k++) {
      derivative = Autograd.grad(derivative.sum(), run.leaf("x"), CREATE_GRAPH);
      run.put("d" + k, derivative);
    }
  }

  private static Tensor vectorJacobian(Tensor y, Tensor x, Tensor v) {
    return Autograd.grad(List.of(y), List.of(x), List.of(v), GradOptions.DEFAULT).getFirst();
  }

  /// J·v by two products with Jᵀ: uᵀ·J is linear in u, and its derivative for u, times v, is J·v.
  private static Tensor jacobianVector(Tensor y, Tensor x, Tensor v) {
    Tensor u = Tensor.zeros(y.dtype(), y.shape()).requiresGrad(true);
    Tensor gradient = Autograd.grad(List.of(y), List.of(x), List.of(u), CREATE_GRAPH).getFirst();
    return vectorJacobian(gradient, u, v);
  }

  /// One row for each element of the vector y.
  private static Tensor jacobian(Tensor y, Tensor x) {
    List<Tensor> rows =
        IntStream.range(0, y.numel())
            .mapToObj(i -> Autograd.grad(y.get(i), x, GradOptions.DEFAULT.retainGraph()))
            .toList();
    return Tensor.stack(rows, 0);
  }
}
