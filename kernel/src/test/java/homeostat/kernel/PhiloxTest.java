package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The known answers that Random123 publishes for Philox4x32-10. */
class PhiloxTest {
  static Stream<Arguments> knownAnswers() {
    return Stream.of(
        Arguments.of(0L, 0L, 0L, new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}),
        Arguments.of(-1L, -1L, -1L, new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}),
        Arguments.of(
            0x299f31d0_a4093822L,
            0x85a308d3_243f6a88L,
            0x03707344_13198a2eL,
            new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
  }

  @ParameterizedTest
  @MethodSource("knownAnswers")
  void oneBlock(long key, long low, long high, int[] expected) {
    int[] words = new int[6];
    Philox.block(key, low, high, words, 1);
    assertArrayEquals(new int[] {0, expected[0], expected[1], expected[2], expected[3], 0}, words);
  }

  @ParameterizedTest
  @MethodSource("knownAnswers")
  void theFirstNumbersOfALongFill(long key, long low, long high, int[] expected) {
    float[] out = new float[64];
    Kernels.active().uniforms().fill(key, high, low, out, 0, out.length);
    for (int i = 0; i < 4; i++) {
      assertEquals((expected[i] >>> 8) * 0x1p-24f, out[i]);
    }
  }
}
