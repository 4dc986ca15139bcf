package homeostat.kinds.lyapunov.trained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.Npz;
import homeostat.kinds.lyapunov.Driven;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainedNetworksTest {
  @TempDir Path dir;

  /** One tensor of half the identity, in some type. */
  private Path safetensors(String type, int gates, int bits) throws IOException {
    int count = gates * 4;
    int width = type.equals("F64") ? 8 : type.equals("F32") ? 4 : 2;
    String header =
        "{\"rnn.weight_hh_l0\":{\"dtype\":\"%s\",\"shape\":[%d,2],\"data_offsets\":[0,%d]}}"
            .formatted(type, 2 * gates, width * count);
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(8 + text.length + width * count).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(text.length).put(text);
    for (int e = 0; e < count; e++) {
      double value = e % 4 == 0 || e % 4 == 3 ? 0.5 : 0;
      switch (type) {
        case "F64" -> out.putDouble(value);
        case "F32" -> out.putFloat((float) value);
        default -> out.putShort((short) (value == 0 ? 0 : bits));
      }
    }
    Path file = dir.resolve(type + gates + ".safetensors");
    Files.write(file, out.array());
    return file;
  }

  private static double largest(Path file, String cell) {
    return Driven.run(
            1,
            -1,
            "lyapunov-spectrum",
            "model=" + file,
            "cell=" + cell,
            "spectrum.tsim=300",
            "spectrum.n_samples=1")
        .number("lambda_1");
  }

  @Test
  void weightsOfEveryTypeGiveTheExponentOfTheFixedPoint() throws IOException {
    // h' = tanh(h / 2) comes to rest at 0, where both exponents are ln(1/2).
    double exact = StrictMath.log(0.5);
    assertEquals(exact, largest(safetensors("F64", 1, 0), "rnn"), 1e-6);
    assertEquals(exact, largest(safetensors("F32", 1, 0), "rnn"), 1e-6);
    assertEquals(exact, largest(safetensors("F16", 1, 0x3800), "rnn"), 1e-6);
    assertEquals(exact, largest(safetensors("BF16", 1, 0x3F00), "rnn"), 1e-6);
    // Gates at 1/2: h' = h / 2 + tanh(h / 4) / 2 is 1/2 + 1/8 at 0.
    assertEquals(StrictMath.log(0.625), largest(safetensors("F32", 3, 0), "gru"), 1e-6);
    assertTrue(largest(safetensors("F32", 4, 0), "lstm") < 0);
  }

  @Test
  void numpyArraysAreTakenToo() {
    Path file = dir.resolve("net.npz");
    double[] weights = {0.5, 0, 0, 0.5};
    Npz.write(file, Arrays.builder().put("weight_hh", weights, 2, 2).build());
    assertEquals(StrictMath.log(0.5), largest(file, "rnn"), 1e-6);
    String said = assertThrows(FormatException.class, () -> largest(file, "gru")).toString();
    assertTrue(said.contains("cell=rnn|gru|lstm"), said);
  }

  @Test
  void aFolderThatIsNoRunIsTold() {
    UserError error =
        assertThrows(UserError.class, () -> Driven.run(1, -1, "lyapunov-spectrum", "of=" + dir));
    assertTrue(error.toString().contains("no run"), error.toString());
  }

  @Test
  void aBrokenFileIsTold() throws IOException {
    Path file = dir.resolve("broken.safetensors");
    Files.write(file, new byte[] {1, 2, 3});
    assertTrue(
        assertThrows(FormatException.class, () -> Safetensors.read(file))
            .toString()
            .contains("cut off"));
  }
}
