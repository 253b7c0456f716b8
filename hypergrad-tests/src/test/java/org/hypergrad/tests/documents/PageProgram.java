package org.hypergrad.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hypergrad.tests.documents.Document.Snippet;
import org.hypergrad.tests.image.Command;

/// The Java of a document as a program, made of nothing but what a reader sees.
///
/// The blocks of a chapter go on from each other, every chapter begins anew, and what was imported
/// stays imported to the end of the page; a block with a `main` of its own is a program already.
/// Blocks that are quoted from a file, or are a file of their own, do not take part.
///
/// What a block prints is told behind each `println`, as `// 24.7041`, or all of it in a block of
/// `text` below. The pictures that it writes are those of `docs/pictures`.
final class PageProgram {
  private static final String IMPORT = "import ";
  private static final String MAIN = "void main()";
  private static final Pattern PRINTS = Pattern.compile("println\\(");
  private static final Pattern PROMISE = Pattern.compile("println\\(.*\\); // (.*)");

  /// Printed after each block: nothing else prints it.
  private static final String END_OF_BLOCK = "\f";

  private static final String PRINT_END_OF_BLOCK = "IO.print(\"\\f\");\n";

  /// The blocks under one heading, without their imports.
  private record Chapter(String heading, List<Block> blocks) {
    /// A class that does what they say.
    String source(int number) {
      String code =
          blocks.stream()
              .map(block -> block.code() + "\n")
              .collect(Collectors.joining(PRINT_END_OF_BLOCK));
      String main = code.contains(MAIN) ? code : MAIN + " throws Exception {\n" + code + "}\n";
      return "// " + heading + "\nstatic class Chapter" + number + " {\n" + main + "}\n";
    }
  }

  /// One block.
  ///
  /// @param printed what the document says that it prints
  private record Block(String code, String printed) {}

  private final Set<String> imports = new LinkedHashSet<>();
  private final List<Chapter> chapters = new ArrayList<>();

  private PageProgram(Document document) {
    List<Snippet> snippets = document.snippets();
    for (int i = 0; i < snippets.size(); i++) {
      Snippet snippet = snippets.get(i);
      if (document.isProgram(snippet)) {
        snippet.code().lines().filter(PageProgram::isImport).forEach(imports::add);
        add(snippet, i + 1 < snippets.size() ? snippets.get(i + 1) : snippet);
      }
    }
  }

  /// The program of a document that imports something; null if none does.
  static PageProgram of(Document document) {
    PageProgram program = new PageProgram(document);
    return program.imports.isEmpty() ? null : program;
  }

  private void add(Snippet snippet, Snippet next) {
    if (chapters.isEmpty() || !chapters.getLast().heading.equals(snippet.heading())) {
      chapters.add(new Chapter(snippet.heading(), new ArrayList<>()));
    }
    String code =
        snippet.code().lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
    boolean isFollowedByText =
        next.language().equals("text") && next.heading().equals(snippet.heading());
    String printed = isFollowedByText ? next.code() : promises(snippet);
    chapters.getLast().blocks.add(new Block(code, printed));
  }

  private static boolean isImport(String line) {
    return line.startsWith(IMPORT);
  }

  private static String promises(Snippet snippet) {
    List<String> promises =
        PROMISE.matcher(snippet.code()).results().map(match -> match.group(1)).toList();
    assertThat(promises)
        .as("%s: each println says what it prints, or a block of text below does", snippet)
        .hasSize((int) PRINTS.matcher(snippet.code()).results().count());
    return String.join("\n", promises);
  }

  private String source() {
    StringBuilder source = new StringBuilder(String.join("\n", imports));
    source.append("\n\nvoid main() throws Exception {\n");
    for (int i = 0; i < chapters.size(); i++) {
      source.append("new Chapter").append(i).append("().main();\n").append(PRINT_END_OF_BLOCK);
    }
    source.append("}\n");
    for (int i = 0; i < chapters.size(); i++) {
      source.append('\n').append(chapters.get(i).source(i));
    }
    return source.toString();
  }

  /// Runs it in a folder, where its pictures are then, and compares what it prints with what the
  /// document says.
  ///
  /// The vector kernels are left out: they may add up in another order on another processor.
  void check(Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Page.java"), source());
    String printed =
        Command.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Dhypergrad.kernels.exclude=vector",
                "-p",
                modulePath(),
                "--add-modules",
                "org.hypergrad,org.hypergrad.engine,org.hypergrad.board",
                file)
            .in(folder)
            .run()
            .succeeded()
            .out();
    String[] parts = printed.split(END_OF_BLOCK, -1);
    int part = 0;
    for (Chapter chapter : chapters) {
      for (Block block : chapter.blocks) {
        new Printed(parts[part++]).isAsPromised(block.printed, chapter.heading);
      }
    }
  }

  /// That of the tests, without the logger that the demo brings: it prints to where programs do.
  private static String modulePath() {
    return Arrays.stream(System.getProperty("jdk.module.path").split(File.pathSeparator))
        .filter(module -> !module.contains("logback"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
