package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hypergrad.Tensor;
import org.hypergrad.viz.DrawingOptions;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.drawing.Drawing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Names may be anything: what is drawn stays well-formed, does nothing, and shows them in full.
class HostileNamesTest {
  static Stream<String> names() {
    return HostileNames.ALL.stream();
  }

  private static Drawing drawing(String name) {
    Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true).name(name);
    Tensor y = x.exp().name(name).sum().name(name);
    return Drawings.forward(
        y, DrawingOptions.DEFAULT.titled(name).blocks(_ -> List.of(name, name)));
  }

  static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  static List<Element> elements(Document document) {
    List<Element> elements = new ArrayList<>();
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  @ParameterizedTest
  @MethodSource("names")
  void svg_stays_well_formed_and_inert(String name) throws Exception {
    List<Element> elements = elements(parsed(drawing(name).toSvg()));
    assertThat(elements)
        .extracting(Element::getTagName)
        .containsOnly("svg", "title", "desc", "style", "rect", "g", "path", "text");
    for (Element element : elements) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        assertThat(element.getAttributes().item(i).getNodeName())
            .doesNotStartWith("on")
            .doesNotContain("href");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void labels_are_short_and_details_full(String name) throws Exception {
    List<Element> elements = elements(parsed(drawing(name).toSvg()));
    assertThat(elements)
        .filteredOn(element -> element.getTagName().equals("text"))
        .extracting(Node::getTextContent)
        .allSatisfy(text -> assertThat(text).hasSizeLessThan(100).doesNotContain("\n"));
    String letters = name.strip().replaceAll("[^a-z ].*", "");
    assertThat(elements)
        .filteredOn(element -> element.getTagName().equals("title"))
        .extracting(Node::getTextContent)
        .anyMatch(text -> text.contains(letters.substring(0, Math.min(1000, letters.length()))));
  }

  @ParameterizedTest
  @MethodSource("names")
  void no_text_turns_the_direction_or_ends_a_line(String name) {
    Drawing drawing = drawing(name);
    for (String text : List.of(drawing.toSvg(), drawing.toHtml(), drawing.toDot())) {
      HostileNames.assertDrawable(text);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_page_has_one_script_and_it_is_ours(String name) {
    String page = drawing(name).toHtml();
    String harmless = drawing("x").toHtml();
    assertThat(page.split("<script", -1)).hasSize(2);
    assertThat(page.substring(page.indexOf("<script")))
        .isEqualTo(harmless.substring(harmless.indexOf("<script")));
    String svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + 6);
    assertThatCode(() -> parsed(svg)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("names")
  void dot_is_one_string_for_each_text(String name) {
    for (String line : drawing(name).toDot().lines().toList()) {
      assertThat(line.replaceAll("\"(?:[^\"\\\\]++|\\\\.)*+\"", "TEXT"))
          .matches("[\\w {}=,.\\[\\]>-]*");
    }
  }
}
