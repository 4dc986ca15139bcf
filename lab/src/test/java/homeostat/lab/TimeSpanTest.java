package homeostat.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimeSpanTest {

  @Test
  void timesReadAsPeopleSayThem() {
    assertEquals("3.2 s", TimeSpan.words(3.21));
    assertEquals("10 s", TimeSpan.words(9.96));
    assertEquals("42 s", TimeSpan.words(41.7));
    assertEquals("1 min 0 s", TimeSpan.words(59.7));
    assertEquals("2 min 5 s", TimeSpan.words(125));
    assertEquals("3 h 2 min 5 s", TimeSpan.words(3 * 3600 + 125));
  }
}
