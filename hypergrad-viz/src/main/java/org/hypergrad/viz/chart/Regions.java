package org.hypergrad.viz.chart;

import java.util.Arrays;

/// Cells of a grid, merged into rectangles of the same class, so that a path stays short. Its unit
/// is a cell.
final class Regions {
  private final int[][] classes;
  private final int rows;
  private final int columns;

  /// @param classes of the cells, by row and column
  Regions(int[][] classes) {
    this.classes = classes;
    this.rows = classes.length;
    this.columns = classes[0].length;
  }

  /// The rectangles of a class: each as long as its row allows, then as high as it goes.
  String area(int one) {
    boolean[][] isDone = new boolean[rows][columns];
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (!isDone[row][column] && classes[row][column] == one) {
          int width = 1;
          while (isFree(isDone, row, column, width + 1, one)) {
            width++;
          }
          int height = 0;
          while (row + height < rows && isFree(isDone, row + height, column, width, one)) {
            Arrays.fill(isDone[row + height], column, column + width, true);
            height++;
          }
          path.append("M%s %sh%sv%sh-%sz".formatted(column, row, width, height, width));
        }
      }
    }
    return path.toString();
  }

  private boolean isFree(boolean[][] isDone, int row, int column, int width, int one) {
    if (column + width > columns) {
      return false;
    }
    for (int i = column; i < column + width; i++) {
      if (isDone[row][i] || classes[row][i] != one) {
        return false;
      }
    }
    return true;
  }

  /// The lines between cells of different classes.
  String borders() {
    StringBuilder path = new StringBuilder();
    for (int row = 1; row < rows; row++) {
      for (int start = 0, end; start < columns; start = end + 1) {
        end = start;
        while (end < columns && classes[row][end] != classes[row - 1][end]) {
          end++;
        }
        if (end > start) {
          path.append("M%s %sh%s".formatted(start, row, end - start));
        }
      }
    }
    for (int column = 1; column < columns; column++) {
      for (int start = 0, end; start < rows; start = end + 1) {
        end = start;
        while (end < rows && classes[end][column] != classes[end][column - 1]) {
          end++;
        }
        if (end > start) {
          path.append("M%s %sv%s".formatted(column, start, end - start));
        }
      }
    }
    return path.toString();
  }
}
