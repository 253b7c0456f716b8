package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Ports.port;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.hypergrad.nn.optim.SGD;

/// Programs of `autograd_api` about the gradients that leaves accumulate: reuse, broadcasting, ties
/// and kinks.
final class GradientPrograms {
  static final List<Ports.Port> TABLE =
      List.of(
          port(
              """
              R['none'] = x.grad is None
              x.sum().backward()
              o = torch.optim.SGD([x], lr=0.1)
              o.zero_grad()
              R['zeroed'] = x.grad
              o.zero_grad(set_to_none=True)
              R['none_again'] = x.grad is None\
              """,
              run -> {
                Tensor x = run.leaf("x");
                run.put("none", x.grad() == null);
                x.sum().backward();
                SGD optimizer = new SGD(List.of(x), 0.1);
                optimizer.zeroGrad(false);
                run.put("zeroed", x.grad());
                optimizer.zeroGrad(true);
                run.put("none_again", x.grad() == null);
              }),
          port(
              """
              (x * x).sum().backward()
              R['first'] = x.grad.clone()
              (x * 3).sum().backward()
              R['second'] = x.grad.clone()\
              """,
              run -> {
                Tensor x = run.leaf("x");
                x.mul(x).sum().backward();
                run.put("first", x.grad().clone());
                x.mul(3).sum().backward();
                run.put("second", x.grad().clone());
              }),
          port(
              """
              y = (x ** 3).sum()
              y.backward(retain_graph=True)
              y.backward()
              R['grad'] = x.grad\
              """,
              run -> {
                Tensor y = run.leaf("x").pow(3).sum();
                y.backward(GradOptions.DEFAULT.retainGraph());
                y.backward();
                run.put("grad", run.leaf("x").grad());
              }),
          port(
              """
              (x * y).sum().backward(inputs=[x])
              R['x'] = x.grad
              R['y_none'] = y.grad is None\
              """,
              run -> {
                Tensor x = run.leaf("x");
                Tensor y = run.leaf("y");
                x.mul(y).sum().backward(GradOptions.DEFAULT.inputs(x));
                run.put("x", x.grad());
                run.put("y_none", y.grad() == null);
              }),
          port(
              """
              (x ** 3).backward(torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64))
              R['x'] = x.grad\
              """,
              run -> {
                run.leaf("x").pow(3).backward(Tensor.of(1.0, 2.0, 3.0));
                run.put("x", run.leaf("x").grad());
              }),
          port(
              """
              x = torch.tensor([0.0, 0.0, 0.0], dtype=torch.float64, requires_grad=True)
              p = torch.tensor([0.0, 1.0, 2.0], dtype=torch.float64, requires_grad=True)
              (x ** p).sum().backward()
              R['x'] = x.grad
              R['p'] = p.grad\
              """,
              run -> {
                Tensor x = Tensor.of(0.0, 0.0, 0.0).requiresGrad(true);
                Tensor p = Tensor.of(0.0, 1.0, 2.0).requiresGrad(true);
                x.pow(p).sum().backward();
                run.put("x", x.grad());
                run.put("p", p.grad());
              }),
          port(
              """
              a = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64, requires_grad=True)
              b = torch.tensor([1.0, 3.0, 2.0], dtype=torch.float64, requires_grad=True)
              torch.maximum(a, b).sum().backward()
              R['max_a'], R['max_b'] = a.grad.clone(), b.grad.clone()
              a.grad = b.grad = None
              torch.minimum(a, b).sum().backward()
              R['min_a'], R['min_b'] = a.grad.clone(), b.grad.clone()\
              """,
              run -> {
                Tensor a = Tensor.of(1.0, 2.0, 3.0).requiresGrad(true);
                Tensor b = Tensor.of(1.0, 3.0, 2.0).requiresGrad(true);
                a.maximum(b).sum().backward();
                run.put("max_a", a.grad().clone());
                run.put("max_b", b.grad().clone());
                a.setGrad(null);
                b.setGrad(null);
                a.minimum(b).sum().backward();
                run.put("min_a", a.grad().clone());
                run.put("min_b", b.grad().clone());
              }),
          port(
              """
              x = torch.tensor([0.0, 4.0], dtype=torch.float64, requires_grad=True)
              torch.where(x > 0, x.sqrt(), torch.zeros_like(x)).sum().backward()
              R['x'] = x.grad\
              """,
              run -> {
                Tensor x = Tensor.of(0.0, 4.0).requiresGrad(true);
                Tensor zeros = Tensor.zeros(x.dtype(), x.shape());
                Tensor.where(x.gt(0), x.sqrt(), zeros).sum().backward();
                run.put("x", x.grad());
              }),
          port(
              """
              (x * y + s).sum().backward()
              R['x'], R['y'], R['s'] = x.grad, y.grad, s.grad\
              """,
              run -> {
                run.leaf("x").mul(run.leaf("y")).add(run.leaf("s")).sum().backward();
                putGradients(run, "x", "y", "s");
              }),
          port(
              """
              y = torch.tanh(x @ w)
              y = torch.tanh(y @ w.t())
              y.sum().backward()
              R['w'] = w.grad\
              """,
              run -> {
                Tensor w = run.leaf("w");
                run.leaf("x").matmul(w).tanh().matmul(w.t()).tanh().sum().backward();
                run.put("w", w.grad());
              }),
          port(
              """
              a = x.exp()
              b = a * x
              c = a / (1 + x ** 2)
              (b * c + a).sum().backward()
              R['x'] = x.grad\
              """,
              run -> {
                Tensor x = run.leaf("x");
                Tensor a = x.exp();
                Tensor b = a.mul(x);
                Tensor c = a.div(x.pow(2).add(1));
                b.mul(c).add(a).sum().backward();
                run.put("x", x.grad());
              }),
          port(
              """
              (x * x.detach()).sum().backward()
              R['x'] = x.grad\
              """,
              run -> {
                Tensor x = run.leaf("x");
                x.mul(x.detach()).sum().backward();
                run.put("x", x.grad());
              }),
          port(
              """
              a = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
              y = a * x
              R['dtype'] = str(y.dtype)
              y.sum().backward()
              R['a'] = a.grad
              R['x'] = x.grad\
              """,
              run -> {
                Tensor a = Tensor.of(1f, 2f, 3f).requiresGrad(true);
                Tensor y = a.mul(run.leaf("x"));
                run.put("dtype", "torch." + y.dtype());
                y.sum().backward();
                run.put("a", a.grad());
                run.put("x", run.leaf("x").grad());
              }),
          port(
              """
              (x @ w).pow(2).mean().backward()
              R['full'] = w.grad.clone()
              w.grad = None
              for c in x.split(2):
                  ((c @ w).pow(2).mean() / 3).backward()
              R['micro'] = w.grad\
              """,
              run -> {
                Tensor w = run.leaf("w");
                run.leaf("x").matmul(w).pow(2).mean().backward();
                run.put("full", w.grad().clone());
                w.setGrad(null);
                for (Tensor c : run.leaf("x").split(2, 0)) {
                  c.matmul(w).pow(2).mean().div(3).backward();
                }
                run.put("micro", w.grad());
              }),
          port(
              """
              y = x * 1
              y.mul_(2).add_(1).pow_(2)
              y.sum().backward()
              R['y'] = y
              R['x'] = x.grad\
              """,
              run -> {
                Tensor y = run.put("y", run.leaf("x").mul(1));
                y.mul_(2).add_(1).pow_(2);
                y.sum().backward();
                run.put("x", run.leaf("x").grad());
              }));

  private GradientPrograms() {}

  /// Keeps the gradients of leaves under their names.
  private static void putGradients(Run run, String... names) {
    Arrays.stream(names).forEach(name -> run.put(name, run.leaf(name).grad()));
  }
}
