package org.hypergrad.tests.viz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The edges of a drawing as they are drawn, ours or Graphviz', each as a line of many points.
record DrawnEdges(List<List<Point>> lines) {
  private record Point(double x, double y) {
    static Point between(Point a, Point b, double part) {
      return new Point(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y));
    }

    /// Positive if `b` lies to the left of the way from here to `a`.
    double side(Point a, Point b) {
      return (a.x - x) * (b.y - y) - (a.y - y) * (b.x - x);
    }
  }

  private static final Pattern OURS = Pattern.compile("<path class=\"way\" d=\"([^\"]*)\"");
  private static final Pattern DOTS =
      Pattern.compile(
          "<g [^>]*class=\"edge\">\\s*<title>[^<]*</title>\\s*<path [^>]*d=\"([^\"]*)\"");
  private static final Pattern COMMAND = Pattern.compile("([A-Za-z])([^A-Za-z]*)");
  private static final int STEPS = 16;

  /// A turn by less is not seen.
  private static final double LEAST_BEND = Math.toRadians(10);

  static DrawnEdges ofOurs(String svg) {
    return of(OURS.matcher(svg));
  }

  static DrawnEdges ofDot(String svg) {
    return of(DOTS.matcher(svg));
  }

  private static DrawnEdges of(Matcher paths) {
    return new DrawnEdges(paths.results().map(path -> line(path.group(1))).toList());
  }

  private static List<Point> line(String path) {
    List<Point> line = new ArrayList<>();
    Matcher commands = COMMAND.matcher(path);
    while (commands.find()) {
      List<Point> points = points(commands.group(2));
      int each =
          switch (commands.group(1)) {
            case "M", "L" -> 1;
            case "Q" -> 2;
            case "C" -> 3;
            default -> throw new IllegalArgumentException(path);
          };
      for (int i = 0; i < points.size(); i += each) {
        if (line.isEmpty()) {
          line.add(points.getFirst());
        } else {
          addCurve(line, points.subList(i, i + each));
        }
      }
    }
    return line;
  }

  private static List<Point> points(String numbers) {
    String[] parts = numbers.strip().split("[ ,]+");
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < parts.length; i += 2) {
      points.add(new Point(Double.parseDouble(parts[i]), Double.parseDouble(parts[i + 1])));
    }
    return points;
  }

  /// Bézier's curve from the end of the line by the given points, after de Casteljau.
  private static void addCurve(List<Point> line, List<Point> control) {
    List<Point> all = new ArrayList<>(control);
    all.addFirst(line.getLast());
    for (int step = 1; step <= STEPS; step++) {
      List<Point> points = all;
      while (points.size() > 1) {
        List<Point> inner = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
          inner.add(Point.between(points.get(i - 1), points.get(i), (double) step / STEPS));
        }
        points = inner;
      }
      if (!points.getFirst().equals(line.getLast())) {
        line.add(points.getFirst());
      }
    }
  }

  /// How many pairs of edges cross.
  int crossings() {
    int crossings = 0;
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (cross(lines.get(i), lines.get(j))) {
          crossings++;
        }
      }
    }
    return crossings;
  }

  private static boolean cross(List<Point> one, List<Point> other) {
    for (int i = 1; i < one.size(); i++) {
      for (int j = 1; j < other.size(); j++) {
        Point a = one.get(i - 1);
        Point b = one.get(i);
        Point c = other.get(j - 1);
        Point d = other.get(j);
        if (a.side(b, c) * a.side(b, d) <= 0 && c.side(d, a) * c.side(d, b) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// How many bends all edges have together: parts that turn, without a turn the other way in them,
  /// by more than is overlooked. An arc is one bend, an S two, whatever they are made of.
  int bends() {
    return lines.stream().mapToInt(DrawnEdges::bends).sum();
  }

  private static int bends(List<Point> line) {
    int bends = 0;
    double turned = 0;
    for (int i = 2; i < line.size(); i++) {
      double turn =
          Math.IEEEremainder(
              direction(line.get(i - 1), line.get(i)) - direction(line.get(i - 2), line.get(i - 1)),
              2 * Math.PI);
      if (turn * turned < 0) {
        bends += Math.abs(turned) > LEAST_BEND ? 1 : 0;
        turned = 0;
      }
      turned += turn;
    }
    return bends + (Math.abs(turned) > LEAST_BEND ? 1 : 0);
  }

  private static double direction(Point from, Point to) {
    return Math.atan2(to.y - from.y, to.x - from.x);
  }
}
