package homeostat.kinds.lyapunov.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PythonNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.2",
    "3, 3.0",
    "0, 0.0",
    "-2, -2.0",
    "0.001, 0.001",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "0.000025, 2.5e-05",
    "123456789, 123456789.0",
    "1e15, 1000000000000000.0",
    "1e22, 1e+22"
  })
  void floatsAreWrittenAsPythonDoes(double value, String text) {
    assertEquals(text, PythonNumbers.real(value));
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "0.5, 0.5", "1, 1"})
  void wholeOnesAreWholeWhereTheOriginalHasThem(double value, String text) {
    assertEquals(text, PythonNumbers.whole(value));
  }
}
