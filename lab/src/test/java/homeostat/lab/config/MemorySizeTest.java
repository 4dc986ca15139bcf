package homeostat.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

  @ParameterizedTest
  @CsvSource({
    "2 GB, 2000000000",
    "2gib, 2147483648",
    "512 MiB, 536870912",
    "1.5 kB, 1500",
    "4096, 4096",
    "1 tib, 1099511627776",
    "7 b, 7"
  })
  void amounts(String text, long bytes) {
    assertEquals(Optional.of(new MemorySize(bytes)), MemorySize.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GB", "2 G", "-1", "0", "0.1 b", "1e9", "99999999999 TB", "2 GB 3"})
  void others(String text) {
    assertEquals(Optional.empty(), MemorySize.parse(text));
  }
}
