package org.hypergrad.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.NoSuchElementException;
import org.hypergrad.Operations;
import org.hypergrad.demo.expression.AttributeType;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hypergrad ops tanh`
@Command(
    name = "ops",
    description = "Lists the operations: what they compute, and how their gradients go back.")
final class OpsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--rules", description = "with the rule of each partial derivative")
  private boolean rules;

  @Parameters(paramLabel = "NAME", description = "these operations, with their rules")
  private List<String> names = List.of();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Operation> operations =
        names.isEmpty() ? Operations.all() : names.stream().map(this::named).toList();
    if (rules || !names.isEmpty()) {
      operations.forEach(operation -> describe(operation, out));
    } else {
      list(operations, out);
    }
  }

  private Operation named(String name) {
    try {
      return Operations.named(name);
    } catch (NoSuchElementException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e, null, name);
    }
  }

  private static void list(List<Operation> operations, PrintWriter out) {
    Table table =
        new Table(
            Table.Column.left("operation", Style.NAME),
            Table.Column.left("formula", Style.PLAIN),
            Table.Column.left("module", Style.FAINT));
    for (Operation operation : operations) {
      table.row(operation.name(), operation.formula(), Operations.moduleOf(operation));
    }
    table.print(out);
  }

  private static void describe(Operation operation, PrintWriter out) {
    out.println(Style.NAME.paint(operation.name()) + " = " + operation.formula());
    line(out, "module", Operations.moduleOf(operation));
    List<String> rules = operation.rules();
    for (int i = 0; i < rules.size(); i++) {
      line(out, input(operation, i), Style.GRADIENT.paint(rules.get(i)));
    }
    if (rules.isEmpty()) {
      line(out, "gradient", "none: the result is not differentiable");
    }
    for (Attribute<?> attribute : operation.attributes()) {
      line(
          out,
          attribute.name(),
          AttributeType.describe(attribute)
              + (attribute.isRequired()
                  ? "; required"
                  : attribute.defaultValue() == null
                      ? ""
                      : "; " + attribute.defaultValue() + " if not given"));
    }
    out.println();
  }

  private static String input(Operation operation, int index) {
    List<String> names = operation.inputNames();
    return index < names.size() ? "d/d" + names.get(index) : "d/d(input " + index + ")";
  }

  private static void line(PrintWriter out, String label, String text) {
    out.printf("  %-14s %s%n", label, text);
  }
}
