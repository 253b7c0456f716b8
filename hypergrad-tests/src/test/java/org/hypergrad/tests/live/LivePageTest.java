package org.hypergrad.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hypergrad.board.live.LiveLoop;
import org.hypergrad.board.live.LivePage;
import org.hypergrad.nn.train.Training;
import org.hypergrad.nn.train.TrainingControl;
import org.hypergrad.nn.train.TrainingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A training on a page, as those see it who read its events.
@Timeout(60)
class LivePageTest {
  private static final List<String> TWO_EPOCHS =
      List.of("starting", "training 1", "validating 1", "training 2", "validating 2", "finished 2");

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void every_phase_and_every_step_of_a_short_training_arrive() throws Exception {
    WatchedTraining watched = new WatchedTraining(2);
    EventReader reader;
    try (LivePage page = watched.page()) {
      reader = new EventReader(page.address(), client);
      reader.first.await();
      watched.fit();
    }
    assertThat(reader.toTheEnd().phases()).isEqualTo(TWO_EPOCHS);
    assertThat(reader.steps()).isEqualTo(20);
    assertThat(reader.events.getLast().get("over").asBoolean()).isTrue();
  }

  @Test
  void who_comes_after_the_end_gets_all_of_it_and_many_may_come() throws Exception {
    WatchedTraining watched = new WatchedTraining(2);
    List<EventReader> readers = new ArrayList<>();
    try (LivePage page = watched.page()) {
      watched.fit();
      for (int i = 0; i < 20; i++) {
        readers.add(new EventReader(page.address(), client));
      }
      for (EventReader reader : readers) {
        reader.first.await();
      }
    }
    for (EventReader reader : readers) {
      assertThat(reader.toTheEnd().phases()).isEqualTo(TWO_EPOCHS);
      assertThat(reader.steps()).isEqualTo(20);
    }
  }

  @Test
  void watching_changes_no_bit_of_the_parameters() throws Exception {
    WatchedTraining alone = new WatchedTraining(20);
    alone.fit();
    WatchedTraining watched = new WatchedTraining(20);
    try (LivePage page = watched.page()) {
      EventReader reader = new EventReader(page.address(), client);
      reader.first.await();
      watched.fit();
    }
    assertThat(watched.parameters())
        .usingElementComparator(Arrays::compare)
        .isEqualTo(alone.parameters());
  }

  @Test
  void a_browser_that_never_reads_holds_up_neither_the_training_nor_others_nor_the_end()
      throws Exception {
    WatchedTraining watched = new WatchedTraining(3);
    try (Socket deaf = new Socket()) {
      EventReader reader;
      try (LivePage page = watched.page()) {
        page.titled("x".repeat(20_000_000)); // more than fits between it and the server
        ask(deaf, page.address());
        while (deaf.getInputStream().available() == 0) {
          Thread.onSpinWait();
        }
        page.titled("moons");
        reader = new EventReader(page.address(), client);
        reader.first.await();
        assertThat(watched.fit().status()).isEqualTo(TrainingStatus.COMPLETED);
      }
      assertThat(reader.toTheEnd().phases()).endsWith("finished 3");
    }
  }

  private static void ask(Socket socket, URI page) throws Exception {
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), page.getPort()));
    OutputStream out = socket.getOutputStream();
    String request = "GET /events HTTP/1.1\r\nHost: 127.0.0.1:" + page.getPort() + "\r\n\r\n";
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Test
  void a_pause_is_shown_where_the_training_waits() throws Exception {
    WatchedTraining watched = new WatchedTraining(2);
    EventReader reader;
    try (LivePage page = watched.page()) {
      reader = new EventReader(page.address(), client);
      reader.first.await();
      watched.trainer.control().pause();
      CompletableFuture<Training> training = watched.fitInAnotherThread();
      while (!reader.phases().contains("paused")) {
        Thread.sleep(10);
      }
      assertThat(training).isNotDone();
      watched.trainer.control().resume();
      training.get();
    }
    assertThat(reader.toTheEnd().phases())
        .startsWith("starting", "paused", "training", "training 1")
        .endsWith("finished 2");
  }

  @Test
  void a_loop_by_hand_is_watched_too() throws Exception {
    WatchedTraining watched = new WatchedTraining(1);
    TrainingControl control = new TrainingControl();
    EventReader reader;
    try (LivePage page = LivePage.open(control, 0)) {
      reader = new EventReader(page.address(), client);
      reader.first.await();
      LiveLoop loop = page.loop(watched.model, 30);
      for (int k = 0; k < 30 && loop.goesOn(); k++) {
        loop.step(Map.of("loss", 1.0 / (k + 1), "lr", 0.1));
        if (k == 9) {
          control.stop();
        }
      }
      loop.end();
    }
    assertThat(reader.toTheEnd().phases()).containsExactly("starting", "training", "stopped");
    assertThat(reader.steps()).isEqualTo(10);
  }

  @Test
  void a_training_that_fails_is_shown_as_failed() throws Exception {
    WatchedTraining watched = new WatchedTraining(2);
    EventReader reader;
    try (LivePage page = watched.page()) {
      reader = new EventReader(page.address(), client);
      reader.first.await();
      watched.model.parameters().getFirst().detach().mul_(Double.NaN);
      assertThatThrownBy(watched::fit).isInstanceOf(ArithmeticException.class);
    }
    assertThat(reader.toTheEnd().phases()).containsExactly("starting", "training 1", "failed 1");
  }

  @Test
  void a_port_that_is_taken_is_an_error_and_the_usual_one_gives_way() throws Exception {
    TrainingControl control = new TrainingControl();
    try (LivePage first = LivePage.open(control);
        LivePage second = LivePage.open(control)) {
      int taken = second.address().getPort();
      assertThat(taken).isNotEqualTo(first.address().getPort());
      assertThatThrownBy(() -> LivePage.open(control, taken)).isInstanceOf(BindException.class);
    }
    assertThatThrownBy(() -> LivePage.open(control, 65536))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void its_threads_do_not_keep_the_program_alive() throws Exception {
    List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
    try (LivePage page = LivePage.open(new TrainingControl(), 0)) {
      EventReader reader = new EventReader(page.address(), client);
      reader.first.await();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !before.contains(thread))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }
}
