package org.hypergrad.demo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hypergrad.demo.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchOptionTest {
  private static final String ADDRESS = "Watch it at http://127\\.0\\.0\\.1:\\d+/";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"iris --epochs=2", "moons --steps=2"})
  void the_address_is_printed_and_where_nobody_looks_nobody_is_waited_for(String training) {
    String out =
        CommandRun.of((Object[]) ("train " + training + " --watch").split(" ")).succeeded();
    assertThat(out.lines().findFirst().orElseThrow()).matches(ADDRESS);
  }

  @Test
  void a_file_that_follows_it_is_no_port() throws IOException {
    StringBuilder rows = new StringBuilder("x,y,c\n");
    for (int i = 0; i < 20; i++) {
      rows.append(i).append(",7,").append(i < 10 ? "a" : "b").append('\n');
    }
    Path table = Files.writeString(folder.resolve("table.csv"), rows);
    String out =
        CommandRun.of("train", "csv", "--watch", table, "--label=c", "--epochs=1").succeeded();
    assertThat(out.lines().findFirst().orElseThrow()).matches(ADDRESS);
  }

  @Test
  void a_number_that_follows_it_is_the_port() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(other.getLocalPort());
      for (String training : List.of("iris", "moons")) {
        assertThat(CommandRun.of("train", training, "--watch", port).err().strip())
            .isEqualTo("hypergrad: --watch: the port " + port + " is taken");
      }
    }
  }

  @Test
  void the_network_is_the_same_to_the_bit() {
    Path alone = folder.resolve("alone");
    Path watched = folder.resolve("watched");
    CommandRun.of("train", "iris", "--epochs=3", "--save", alone).succeeded();
    CommandRun.of("train", "iris", "--epochs=3", "--watch", "--save", watched).succeeded();
    assertThat(watched).hasSameBinaryContentAs(alone);
  }

  @Test
  void a_port_that_is_taken_is_one_line_before_anything_is_computed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      CommandRun run = CommandRun.of("train", "iris", "--watch=" + other.getLocalPort());
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().strip())
          .isEqualTo("hypergrad: --watch: the port " + other.getLocalPort() + " is taken");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          70000 | --watch: a port is a number from 0 to 65535
          -1    | --watch: a port is a number from 0 to 65535
          abc   | --watch: a port is a number from 0 to 65535
          """)
  void a_port_that_cannot_be_is_one_line(String port, String message) {
    CommandRun run = CommandRun.of("train", "iris", "--watch=" + port);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().strip()).isEqualTo("hypergrad: " + message);
  }
}
