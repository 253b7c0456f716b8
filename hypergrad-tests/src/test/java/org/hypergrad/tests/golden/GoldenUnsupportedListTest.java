package org.hypergrad.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of what HyperGrad does not have is exact: no more, no less.
class GoldenUnsupportedListTest {
  @Test
  void whatever_has_no_row_or_port_is_listed() {
    assertThat(unserved()).filteredOn(name -> !isListed(name)).isEmpty();
  }

  @Test
  void whatever_is_listed_is_in_the_golden_vectors_and_has_no_row_or_port_or_differs() {
    Set<String> unserved = unserved();
    assertThat(UnsupportedList.entries())
        .filteredOn(entry -> unserved.stream().noneMatch(entry::names))
        .isEmpty();
  }

  @Test
  void nothing_listed_has_a_row() {
    assertThat(PyTorchCalls.names()).filteredOn(GoldenUnsupportedListTest::isListed).isEmpty();
    assertThat(PyTorchModules.names()).filteredOn(GoldenUnsupportedListTest::isListed).isEmpty();
  }

  private static boolean isListed(String name) {
    return UnsupportedList.entries().stream().anyMatch(entry -> entry.names(name));
  }

  /// The operations, modules and programs of the golden vectors that came with the sources which
  /// nothing serves.
  private static Set<String> unserved() {
    Stream<String> operations =
        Stream.of("ops", "ops_int", "special", "op_errors")
            .flatMap(part -> cases(part).map(OperationCase::name))
            .filter(name -> PyTorchCalls.find(name).isEmpty());
    Stream<String> modules =
        cases("modules").map(ModuleCase::name).filter(name -> PyTorchModules.find(name).isEmpty());
    Stream<String> programs =
        Programs.parts().entrySet().stream()
            .flatMap(part ->
                cases(part.getKey())
                    .filter(fields -> !part.getValue().has(fields))
                    .map(fields -> fields.get("id").textValue()));
    return Stream.of(operations, modules, programs, contradictions())
        .flatMap(names -> names)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The cases of operations which are listed, and on which we do differ.
  private static Stream<String> contradictions() {
    return cases("ops")
        .filter(fields -> UnsupportedList.hasCase(fields.get("id").textValue()))
        .filter(GoldenUnsupportedListTest::differs)
        .map(fields -> fields.get("id").textValue());
  }

  private static boolean differs(JsonNode fields) {
    try {
      OperationCase.compare(fields);
      return false;
    } catch (AssertionError _) {
      return true;
    }
  }

  private static Stream<JsonNode> cases(String part) {
    return Vectors.files(Vectors.ownFolder(), part).stream()
        .map(Vectors::cases)
        .flatMap(List::stream);
  }
}
