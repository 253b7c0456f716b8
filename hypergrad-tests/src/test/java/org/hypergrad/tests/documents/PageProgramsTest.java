package org.hypergrad.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypergrad.tests.viz.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The programs in documents are compiled and run as they stand: they print what the document says,
/// and draw the pictures that it shows.
class PageProgramsTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("hypergrad.root"), "docs", "pictures");

  /// The documents that have a program.
  static List<Document> documents() {
    return Document.all().stream().filter(document -> PageProgram.of(document) != null).toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_program_prints_and_draws_what_the_document_says(Document document, @TempDir Path folder)
      throws IOException {
    PageProgram.of(document).check(folder);

    List<Path> shown =
        document.linkedFiles().stream().filter(file -> file.startsWith(PICTURES)).toList();
    for (Path drawn : pictures(folder)) {
      Path picture = PICTURES.resolve(drawn.getFileName());
      assertThat(shown).as("pictures that %s draws and shows", document).contains(picture);
      Picture.check(picture, Files.readString(drawn));
    }
  }

  @Test
  void every_picture_is_drawn_by_a_document() throws IOException {
    String programs = Document.all().stream().map(Document::text).collect(Collectors.joining());
    for (Path picture : pictures(PICTURES)) {
      assertThat(programs).contains(".write(Path.of(\"" + picture.getFileName() + "\"))");
    }
  }

  @Test
  void the_readme_and_the_page_about_autograd_have_programs() {
    assertThat(documents())
        .extracting(Document::toString)
        .contains("README.md", Path.of("docs", "autograd.md").toString());
  }

  private static Set<Path> pictures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".svg"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
