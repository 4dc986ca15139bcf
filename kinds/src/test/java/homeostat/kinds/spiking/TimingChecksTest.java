package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1e308 | 1.0E308 ms are more than 1000000000 chunks of 100.0 ms; give less",
        "2e11 | 2.0E11 ms are more than 1000000000 chunks of 100.0 ms; give less",
        "inf | inf is out of range: expected a finite number, > 0 ms",
      })
  void durationThatNoRunEndsIsRefused(String duration, String message) {
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                ConfigLoader.load(
                    "homeostatic-plasticity",
                    List.of("simulation.duration=" + duration),
                    Kinds.all()));
    assertEquals(List.of("command line: simulation.duration: " + message), error.lines());
  }
}
