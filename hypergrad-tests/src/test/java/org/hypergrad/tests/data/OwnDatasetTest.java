package org.hypergrad.tests.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.junit.jupiter.api.Test;

/// The example of [Dataset], whose samples are computed when they are asked for.
class OwnDatasetTest {
  private static final class Squares implements Dataset {
    @Override
    public int size() {
      return 100;
    }

    @Override
    public Batch batch(int... rows) {
      Tensor x = Tensor.of(rows).to(DType.FLOAT32);
      return new Batch(x, x.square());
    }
  }

  @Test
  void a_data_set_of_your_own_is_split_mapped_and_loaded_like_any_other() {
    List<Dataset> parts = new Squares().split(new Generator(1), 0.9, 0.1);
    Dataset scaled = parts.getLast().map(batch -> batch.mapInputs(x -> x.div(100)));
    List<Integer> sizes = new ArrayList<>();
    for (Batch batch : new DataLoader(scaled, 4).shuffle(new Generator(2))) {
      sizes.add(batch.size());
      double[] x = batch.inputs().toDoubles();
      double[] y = batch.targets().toDoubles();
      for (int i = 0; i < batch.size(); i++) {
        assertThat(Math.sqrt(y[i])).isEqualTo(Math.rint(100 * x[i]));
      }
    }
    assertThat(sizes).containsExactly(4, 4, 2);
  }
}
