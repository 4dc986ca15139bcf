package homeostat.kinds.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.kinds.memory.config.WorkingMemoryConfig;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {
  private static final String GRID =
      "old/{lr=1.0E-4|1.0E-6;nonlinearity=relu|tanh;optimizer=adam|rmsprop;n_back=2|3|4}/w.npz";

  private static WorkingMemoryConfig config(String... settings) {
    return (WorkingMemoryConfig)
        ConfigLoader.load("working-memory", List.of(settings), Kinds.all()).config();
  }

  @Test
  void theLastKeyIsTheFastest() {
    assertEquals(
        "old/17/w.npz",
        Combination.in(
            GRID,
            config(
                "training.lr=1e-6",
                "network.nonlinearity=relu",
                "training.optimizer=rmsprop",
                "task.n_back=4")));
    assertEquals("old/w.npz", Combination.in("old/w.npz", config()));
  }

  @Test
  void aValueOutsideOfTheGridIsTold() {
    for (String path : List.of("{lr=5}", "{rate=1}", "{lr}")) {
      assertThrows(UserError.class, () -> Combination.in(path, config()));
    }
  }
}
