package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Ports.port;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypergrad.Autograd;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.HookHandle;
import org.hypergrad.Tensor;

/// Programs of `autograd_api` about watching and changing a pass: hooks, retained gradients,
/// functions of one's own, grad mode.
final class HookPrograms {
  static final List<Ports.Port> TABLE =
      List.of(
          port(
              """
              y = x * 2
              y.retain_grad()
              (y * y).sum().backward()
              R['y'] = y.grad
              R['x'] = x.grad\
              """,
              run -> {
                Tensor y = run.leaf("x").mul(2);
                y.retainGrad();
                y.mul(y).sum().backward();
                run.put("y", y.grad());
                run.put("x", run.leaf("x").grad());
              }),
          port(
              """
              y = x * 2
              y.sum().backward()
              R['x'] = x.grad
              R['y_is_leaf'] = y.is_leaf\
              """,
              run -> {
                Tensor y = run.leaf("x").mul(2);
                y.sum().backward();
                run.put("x", run.leaf("x").grad());
                run.put("y_is_leaf", y.isLeaf());
              }),
          port(
              """
              y = x * 2
              y.register_hook(lambda g: g * 2)
              (y * y).sum().backward()
              R['x'] = x.grad\
              """,
              run -> {
                Tensor y = run.leaf("x").mul(2);
                y.registerHook(g -> g.mul(2));
                y.mul(y).sum().backward();
                run.put("x", run.leaf("x").grad());
              }),
          port(
              """
              x.register_hook(lambda g: g + 1)
              (x * x).sum().backward()
              R['x'] = x.grad\
              """,
              run -> {
                Tensor x = run.leaf("x");
                x.registerHook(g -> g.add(1));
                x.mul(x).sum().backward();
                run.put("x", x.grad());
              }),
          port(
              """
              y = x * 1
              y.register_hook(lambda g: g + 1)
              y.register_hook(lambda g: g * 3)
              y.sum().backward()
              R['x'] = x.grad\
              """,
              run -> {
                Tensor y = run.leaf("x").mul(1);
                y.registerHook(g -> g.add(1));
                y.registerHook(g -> g.mul(3));
                y.sum().backward();
                run.put("x", run.leaf("x").grad());
              }),
          port(
              """
              h = x.register_hook(lambda g: g * 100)
              h.remove()
              x.sum().backward()
              R['x'] = x.grad\
              """,
              run -> {
                Tensor x = run.leaf("x");
                HookHandle handle = x.registerHook(g -> g.mul(100));
                handle.remove();
                x.sum().backward();
                run.put("x", x.grad());
              }),
          port(
              """
              seen = []
              x.register_hook(lambda g: seen.append(g.clone()))
              (x * 3).sum().backward()
              R['seen'] = seen[0]
              R['x'] = x.grad\
              """,
              run -> {
                Tensor x = run.leaf("x");
                List<Tensor> seen = new ArrayList<>();
                x.registerHook(g -> {
                  seen.add(g.clone());
                  return null;
                });
                x.mul(3).sum().backward();
                run.put("seen", seen.getFirst());
                run.put("x", x.grad());
              }),
          port(
              """
              class Fn(torch.autograd.Function):
                  @staticmethod
                  def forward(ctx, a):
                      ctx.save_for_backward(a)
                      return a.sin(), a.cos()
                  @staticmethod
                  def backward(ctx, g, h):
                      a, = ctx.saved_tensors
                      return g * a.cos() - h * a.sin()
              s, c = Fn.apply(x)
              (s * 2 + c).sum().backward()
              R['x'] = x.grad\
              """,
              run -> {
                UserFunction function =
                    new UserFunction(
                        "fn",
                        a -> List.of(a.sin(), a.cos()),
                        (a, g) -> g[0].mul(a.cos()).sub(g[1].mul(a.sin())));
                List<Tensor> outputs = function.apply(run.leaf("x"));
                outputs.get(0).mul(2).add(outputs.get(1)).sum().backward();
                run.put("x", run.leaf("x").grad());
              }),
          port(
              """
              class St(torch.autograd.Function):
                  @staticmethod
                  def forward(ctx, a):
                      return a.round()
                  @staticmethod
                  def backward(ctx, g):
                      return g
              (St.apply(x) * x).sum().backward()
              R['x'] = x.grad\
              """,
              run -> {
                Tensor x = run.leaf("x");
                UserFunction straightThrough =
                    new UserFunction("st", a -> List.of(rounded(a)), (_, g) -> g[0]);
                straightThrough.apply(x).getFirst().mul(x).sum().backward();
                run.put("x", x.grad());
              }),
          port(
              """
              class Cube(torch.autograd.Function):
                  @staticmethod
                  def forward(ctx, a):
                      ctx.save_for_backward(a)
                      return a ** 3
                  @staticmethod
                  def backward(ctx, g):
                      a, = ctx.saved_tensors
                      return 3 * a ** 2 * g
              g, = grad(Cube.apply(x).sum(), x, create_graph=True)
              R['h'], = grad(g.sum(), x)\
              """,
              run -> {
                Tensor x = run.leaf("x");
                UserFunction cube =
                    new UserFunction(
                        "cube", a -> List.of(a.pow(3)), (a, g) -> a.pow(2).mul(3).mul(g[0]));
                Tensor y = cube.apply(x).getFirst().sum();
                Tensor g = Autograd.grad(y, x, GradOptions.DEFAULT.createGraph());
                run.put("h", Autograd.grad(g.sum(), x).getFirst());
              }),
          port(
              """
              R['a'] = torch.is_grad_enabled()
              with torch.no_grad():
                  R['b'] = torch.is_grad_enabled()
                  with torch.set_grad_enabled(True):
                      R['c'] = torch.is_grad_enabled()
                  R['d'] = torch.is_grad_enabled()
              R['e'] = torch.is_grad_enabled()\
              """,
              run -> {
                run.put("a", GradMode.enabled());
                GradMode.off(() -> {
                  run.put("b", GradMode.enabled());
                  GradMode.set(true, () -> run.put("c", GradMode.enabled()));
                  run.put("d", GradMode.enabled());
                });
                run.put("e", GradMode.enabled());
              }),
          port(
              """
              R['x'] = x.is_leaf
              R['y'] = y.is_leaf
              R['xy'] = (x * y).is_leaf
              R['yy'] = (y * y).is_leaf
              R['detach'] = (x * y).detach().is_leaf
              R['req'] = (y * y).requires_grad\
              """,
              run -> {
                Tensor x = run.leaf("x");
                Tensor y = run.leaf("y");
                run.put("x", x.isLeaf());
                run.put("y", y.isLeaf());
                run.put("xy", x.mul(y).isLeaf());
                run.put("yy", y.mul(y).isLeaf());
                run.put("detach", x.mul(y).detach().isLeaf());
                run.put("req", y.mul(y).requiresGrad());
              }));

  private HookPrograms() {}

  private static Tensor rounded(Tensor x) {
    double[] values = Arrays.stream(x.toDoubles()).map(Math::rint).toArray();
    return Tensor.of(x.shape(), values);
  }
}
