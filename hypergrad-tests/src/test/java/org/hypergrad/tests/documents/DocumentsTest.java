package org.hypergrad.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Documents do not go stale: their links lead somewhere, and code that they quote is still there.
class DocumentsTest {
  static List<Document> documents() {
    return Document.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_link_leads_somewhere(Document document) {
    assertThat(document.linkedFiles()).allSatisfy(file -> assertThat(file).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_link_to_a_heading_finds_it(Document document) {
    for (String link : document.linkedHeadings()) {
      String[] parts = link.split("#", 2);
      assertThat(Document.at(parts[0]).anchors()).as(link).contains(parts[1]);
    }
  }

  /// As a quotation here, as a program in PageProgramsTest, as a plug-in in AddingAnOperationTest.
  @ParameterizedTest
  @MethodSource("documents")
  void no_java_goes_unchecked(Document document) {
    if (PageProgram.of(document) == null) {
      assertThat(document.snippets()).noneMatch(document::isProgram);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void quoted_code_is_in_the_file_it_is_quoted_from(Document document) throws IOException {
    for (Document.Snippet snippet : document.snippets()) {
      Path source = document.quotedFrom(snippet);
      if (source != null && snippet.language().equals("java")) {
        assertThat(Files.readString(source)).containsIgnoringWhitespaces(snippet.code());
      }
    }
  }
}
