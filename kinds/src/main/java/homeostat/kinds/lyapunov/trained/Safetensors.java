package homeostat.kinds.lyapunov.trained;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import homeostat.array.Arrays;
import homeostat.array.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads a safetensors file: eight bytes with the length of a JSON header, the header with type,
 * shape and place of each tensor, then the numbers, little-endian. F64, F32, F16 and BF16 become
 * 64-bit floats; other types are left out.
 */
final class Safetensors {
  private Safetensors() {}

  static Arrays read(Path file) {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (NoSuchFileException e) {
      throw new FormatException(file, "", "is not there");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long length = bytes.limit() < 8 ? -1 : bytes.getLong(0);
    if (length < 2 || length > bytes.limit() - 8) {
      throw new FormatException(file, "", "is no safetensors file, or is cut off");
    }
    byte[] text = new byte[(int) length];
    bytes.get(8, text);
    JsonNode header;
    try {
      header = new ObjectMapper().readTree(new String(text, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw new FormatException(file, "header", "is no JSON: " + e.getOriginalMessage());
    }
    Arrays.Builder out = Arrays.builder();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      int width = width(entry.getValue().path("dtype").asText());
      if (width > 0) {
        tensor(file, bytes, 8 + (int) length, entry.getKey(), entry.getValue(), width, out);
      }
    }
    return out.build();
  }

  private static int width(String type) {
    return switch (type) {
      case "F64" -> 8;
      case "F32" -> 4;
      case "F16", "BF16" -> 2;
      default -> 0;
    };
  }

  private static void tensor(
      Path file,
      ByteBuffer bytes,
      int data,
      String name,
      JsonNode entry,
      int width,
      Arrays.Builder out) {
    int[] shape = new int[entry.path("shape").size()];
    long count = 1;
    for (int a = 0; a < shape.length; a++) {
      shape[a] = entry.path("shape").get(a).asInt();
      count *= shape[a];
    }
    long from = entry.path("data_offsets").path(0).asLong(-1);
    long to = entry.path("data_offsets").path(1).asLong(-1);
    if (from < 0 || to - from != count * width || data + to > bytes.limit()) {
      throw new FormatException(
          file, "tensor '" + name + "'", "does not lie in the file as its header says");
    }
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      int at = data + (int) from + i * width;
      values[i] =
          switch (entry.path("dtype").asText()) {
            case "F64" -> bytes.getDouble(at);
            case "F32" -> bytes.getFloat(at);
            case "F16" -> Float.float16ToFloat(bytes.getShort(at));
            default -> Float.intBitsToFloat(bytes.getShort(at) << 16);
          };
    }
    out.put(name, new homeostat.array.NdArray.F8(values, shape));
  }
}
