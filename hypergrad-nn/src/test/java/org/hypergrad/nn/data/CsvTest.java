package org.hypergrad.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8);
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), text, charset);
  }

  private void assertRefused(String text, String message) throws IOException {
    Path file = file(text);
    assertThatIOException().isThrownBy(() -> Csv.load(file, "class")).withMessage(file + message);
  }

  @Test
  void numbers_become_inputs_and_the_label_becomes_classes() throws IOException {
    TensorDataset data =
        Csv.load(file("age,class,height\n41,yes,1.75\n-3,no,2e-1\n.5,yes,+7\n"), "class");
    assertThat(data.inputs().dtype()).isEqualTo(DType.FLOAT32);
    assertThat(data.inputs().shape()).isEqualTo(Shape.of(3, 2));
    assertThat(data.inputs().toFloats()).containsExactly(41, 1.75f, -3, 0.2f, 0.5f, 7);
    assertThat(data.targets().dtype()).isEqualTo(DType.INT64);
    assertThat(data.targets().toLongs()).containsExactly(1, 0, 1);
    assertThat(data.info())
        .isEqualTo(DatasetInfo.ofTable(List.of("age", "height"), List.of("no", "yes")));
  }

  @Test
  void classes_that_are_numbers_are_sorted_as_numbers() throws IOException {
    TensorDataset data = Csv.load(file("x,class\n1,10\n2,9\n3,-1\n4,9.0\n"), "class");
    assertThat(data.info().classes()).containsExactly("-1", "9", "10");
    assertThat(data.targets().toLongs()).containsExactly(2, 1, 0, 1);
  }

  @Test
  void one_text_among_the_labels_makes_them_all_text() throws IOException {
    TensorDataset data = Csv.load(file("x,class\n1,10\n2,9\n3,none\n"), "class");
    assertThat(data.info().classes()).containsExactly("10", "9", "none");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void the_separator_is_found_in_the_header(String separator) throws IOException {
    String header = String.join(separator, "\"a, b; c\t\"", "x", "class");
    String row = String.join(separator, "1", "2", "p");
    String text = header + "\n" + row + "\n";
    assertThat(Csv.load(file(text), "class").info().features()).containsExactly("a, b; c", "x");
  }

  @Test
  void a_given_separator_is_used() throws IOException {
    TensorDataset data = Csv.load(file("x|class\n1|a\n2|b\n"), "class", '|');
    assertThat(data.inputs().toFloats()).containsExactly(1, 2);
    assertThat(Csv.loadRegression(file("x|y\n1|3\n"), "y", '|').targets().item()).isEqualTo(3);
  }

  @Test
  void quotes_spaces_empty_lines_and_windows_line_ends_are_understood() throws IOException {
    TensorDataset data =
        Csv.load(file("x ,\"class\"\r\n\r\n 1,\"say \"\"yes\"\", or\r\nno\"\r\n\r\n2,b "), "class");
    assertThat(data.inputs().toFloats()).containsExactly(1, 2);
    assertThat(data.info().features()).containsExactly("x");
    assertThat(data.info().classes()).containsExactly("b", "say \"yes\", or\r\nno");
  }

  @Test
  void a_byte_order_mark_is_tolerated() throws IOException {
    assertThat(Csv.load(file("\uFEFF\"x\",class\n1,a\n"), "class").info().features())
        .containsExactly("x");
  }

  @Test
  void regression_has_a_column_of_numbers_as_target() throws IOException {
    TensorDataset data = Csv.loadRegression(file("size,price\n10,1.5\n20,2.5\n"), "price");
    assertThat(data.targets().dtype()).isEqualTo(DType.FLOAT32);
    assertThat(data.targets().shape()).isEqualTo(Shape.of(2, 1));
    assertThat(data.targets().toFloats()).containsExactly(1.5f, 2.5f);
    assertThat(data.info().classes()).isEmpty();
    Path text = file("size,price\n10,cheap\n");
    assertThatIOException()
        .isThrownBy(() -> Csv.loadRegression(text, "price"))
        .withMessage(text + ", line 2, column \"price\": 'cheap' is not a number");
  }

  @Test
  void text_in_a_feature_column_is_refused_with_its_place() throws IOException {
    assertRefused("age,class\n1,a\n\nn/a,b\n", ", line 4, column \"age\": 'n/a' is not a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1f", "2d", "1_000", "1 000", "--1", "?"})
  void what_only_looks_like_a_number_is_refused(String cell) throws IOException {
    assertRefused(
        "age,class\n" + cell + ",a\n", ", line 2, column \"age\": '" + cell + "' is not a number");
  }

  @Test
  void numbers_beyond_float32_are_refused() throws IOException {
    assertRefused("x,class\n1e39,a\n", ", line 2, column \"x\": '1e39' is too large for float32");
  }

  @Test
  void missing_cells_are_refused() throws IOException {
    assertRefused("x,y,class\n1, ,a\n", ", line 2, column \"y\": the value is missing");
    assertRefused("x,class\n1,\n", ", line 2, column \"class\": the value is missing");
  }

  @Test
  void rows_of_another_width_are_refused() throws IOException {
    assertRefused(
        "x,class\n1,a\n1\n", ", line 3: the row has 1 cells, but the header names 2 columns");
    assertRefused(
        "x,class\n1,a,b\n", ", line 2: the row has 3 cells, but the header names 2 columns");
  }

  @Test
  void a_file_without_rows_is_refused() throws IOException {
    assertRefused("", " is empty: its first line should name the columns");
    assertRefused("\n\n", " is empty: its first line should name the columns");
    assertRefused("x,class\n", " has no rows below its header");
  }

  @Test
  void the_header_names_every_column_once() throws IOException {
    assertRefused("x,y,x,class\n1,2,3,a\n", ", line 1: two columns have the name \"x\"");
    assertRefused("x,,class\n1,2,a\n", ", line 1: column 2 has no name");
  }

  @Test
  void a_label_column_that_is_not_there_is_refused_with_the_names_there_are() throws IOException {
    Path file = file("x,y,species\n1,2,a\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Csv.load(file, "class"))
        .withMessage(file + " has no column \"class\". Its columns are \"x\", \"y\", \"species\"");
  }

  @Test
  void a_quote_that_is_never_closed_is_refused() throws IOException {
    Path file = file("x,class\n1,\"a\n2,b\n");
    assertThatIOException()
        .isThrownBy(() -> Csv.load(file, "class"))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining("line");
  }

  @Test
  void text_that_is_not_utf_8_is_refused() throws IOException {
    Path umlaut = file("x,class\n1,Bär\n", StandardCharsets.ISO_8859_1);
    assertThatIOException()
        .isThrownBy(() -> Csv.load(umlaut, "class"))
        .withMessage(umlaut + " is no text in UTF-8");
    Path utf16 = file("\uFEFFx,class\n1,a\n", StandardCharsets.UTF_16LE);
    assertThatIOException()
        .isThrownBy(() -> Csv.load(utf16, "class"))
        .withMessage(utf16 + " is no text in UTF-8");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Path absent = folder.resolve("absent.csv");
    assertThatIOException()
        .isThrownBy(() -> Csv.load(absent, "class"))
        .isInstanceOf(NoSuchFileException.class)
        .withMessageContaining("absent.csv");
  }

  @Test
  void some_columns_alone_are_read_by_their_names() throws IOException {
    Tensor columns = Csv.loadColumns(file("a,b,note,c\n1,2,x,3\n4,5,,6\n"), List.of("c", "a"));
    assertThat(columns.shape()).isEqualTo(Shape.of(2, 2));
    assertThat(columns.toFloats()).containsExactly(3, 1, 6, 4);
  }

  @Test
  void a_column_that_is_not_there_or_no_number_is_named() throws IOException {
    Path file = file("a,b\n1,x\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Csv.loadColumns(file, List.of("a", "c")))
        .withMessage(file + " has no column \"c\". Its columns are \"a\", \"b\"");
    assertThatIOException()
        .isThrownBy(() -> Csv.loadColumns(file, List.of("b")))
        .withMessage(file + ", line 2, column \"b\": 'x' is not a number");
  }
}
