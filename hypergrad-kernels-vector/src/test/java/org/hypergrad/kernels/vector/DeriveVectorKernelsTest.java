package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DeriveVectorKernelsTest {
  @SuppressWarnings("unused") // by its name
  private static final Object FAMILIES = DeriveVectorKernels.FAMILIES;

  @ParameterizedTest
  @FieldSource("FAMILIES")
  void the_committed_file_is_what_the_generator_makes(String family) {
    assertThat(withoutSpace(DeriveVectorKernels.source("Float32" + family)))
        .as("Float32%s.java is not fresh: run DeriveVectorKernels and the formatter", family)
        .isEqualTo(withoutSpace(DeriveVectorKernels.derived(family)));
  }

  @SuppressWarnings("unused") // by its name
  private static final Object TILES = DeriveVectorKernels.SMALLER_TILES;

  @ParameterizedTest
  @FieldSource("TILES")
  void a_smaller_tile_is_what_the_generator_makes_of_the_largest(String tile) {
    assertThat(withoutSpace(DeriveVectorKernels.source("Float64" + tile)))
        .as("Float64%s.java is not fresh: run DeriveVectorKernels and the formatter", tile)
        .isEqualTo(withoutSpace(DeriveVectorKernels.smallerTile(tile)));
  }

  @SuppressWarnings("unused") // by its name
  private static final Object OTHERS = DeriveVectorKernels.OTHERS;

  @ParameterizedTest
  @FieldSource("OTHERS")
  void kernels_of_other_types_are_what_the_generator_makes(String name) {
    assertThat(withoutSpace(DeriveVectorKernels.source(name)))
        .as("%s.java is not fresh: run DeriveVectorKernels and the formatter", name)
        .isEqualTo(withoutSpace(DeriveVectorKernels.other(name)));
  }

  /// Also without what begins a line of a comment, for shorter names make other lines.
  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+|///", "");
  }
}
