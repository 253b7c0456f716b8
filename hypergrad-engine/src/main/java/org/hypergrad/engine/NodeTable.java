package org.hypergrad.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.hypergrad.autograd.Edge;

/// The nodes reachable from some roots, youngest first, and the place of each in that order.
///
/// Nodes are found and ordered in one go: whatever a node leads to is older than the node, so going
/// down the sequence numbers meets every node after all that lead to it. The table over the
/// sequence numbers is cut into pages of 64, of which only those that hold a node exist; it needs
/// no marks on nodes, so that passes may share them, and its size is that of the graph, however far
/// apart the numbers are.
final class NodeTable {
  private static final int PAGE_BITS = 6;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;

  private static final class Page {
    final long number;
    final RecordedNode[] nodes = new RecordedNode[PAGE_SIZE];
    long present;

    /// The place of the page's youngest node.
    int first;

    Page(long number) {
      this.number = number;
    }
  }

  private final PriorityQueue<Page> unvisited =
      new PriorityQueue<>(Comparator.comparingLong(page -> -page.number));
  private Page[] pages = new Page[16]; // open addressing
  private int pageCount;
  private Page
      last; // asked for most recently: neighbours in the graph are mostly neighbours in the table
  private RecordedNode[] nodes = new RecordedNode[64];
  private int size;

  /// Finds all nodes that `roots` lead to.
  NodeTable(Iterable<? extends Edge> roots) {
    for (Edge root : roots) {
      insert((RecordedNode) root.node());
    }
    while (!unvisited.isEmpty()) {
      visit(unvisited.poll());
    }
  }

  private void visit(Page page) {
    page.first = size;
    long below = -1;
    while ((page.present & below) != 0) {
      int bit = 63 - Long.numberOfLeadingZeros(page.present & below);
      below = (1L << bit) - 1;
      RecordedNode node = page.nodes[bit];
      if (size == nodes.length) {
        nodes = Arrays.copyOf(nodes, 2 * size);
      }
      nodes[size++] = node;
      for (int slot = 0, slots = node.slots(); slot < slots; slot++) {
        Edge next = node.next(slot);
        if (next != null) {
          insert((RecordedNode) next.node());
        }
      }
    }
  }

  private void insert(RecordedNode node) {
    long number = node.sequenceNr() >> PAGE_BITS;
    Page page = page(number);
    if (page == null) {
      page = add(new Page(number));
    }
    int bit = (int) node.sequenceNr() & PAGE_SIZE - 1;
    page.present |= 1L << bit;
    page.nodes[bit] = node;
  }

  private Page add(Page page) {
    if (2 * ++pageCount > pages.length) {
      Page[] smaller = pages;
      pages = new Page[2 * smaller.length];
      for (Page moved : smaller) {
        if (moved != null) {
          pages[slot(moved.number)] = moved;
        }
      }
    }
    pages[slot(page.number)] = page;
    unvisited.add(page);
    last = page;
    return page;
  }

  private Page page(long number) {
    if (last != null && last.number == number) {
      return last;
    }
    Page page = pages[slot(number)];
    if (page != null) {
      last = page;
    }
    return page;
  }

  /// Where the page with this number is, or is to be put.
  private int slot(long number) {
    int mask = pages.length - 1;
    int slot = (int) (number ^ number >>> 20) & mask; // neighbours stay neighbours
    while (pages[slot] != null && pages[slot].number != number) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /// How many nodes there are.
  int size() {
    return size;
  }

  /// The node at a place; 0 is the youngest.
  RecordedNode get(int place) {
    return nodes[place];
  }

  /// The place of a node that is in the table.
  int indexOf(RecordedNode node) {
    Page page = page(node.sequenceNr() >> PAGE_BITS);
    int bit = (int) node.sequenceNr() & PAGE_SIZE - 1;
    return page.first + Long.bitCount(page.present >>> bit >>> 1);
  }

  boolean contains(RecordedNode node) {
    Page page = page(node.sequenceNr() >> PAGE_BITS);
    return page != null && page.nodes[(int) node.sequenceNr() & PAGE_SIZE - 1] == node;
  }
}
