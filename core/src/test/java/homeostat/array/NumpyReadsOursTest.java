package homeostat.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NumPy itself opens what is written here. */
class NumpyReadsOursTest {
  @TempDir Path folder;

  private static String python(String program, Path... files)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("python3", "-c", program));
    for (Path file : files) {
      command.add(file.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? out : "failed: " + out;
  }

  private static void needNumpy() throws InterruptedException {
    String found;
    try {
      found = python("import numpy; print('numpy')");
    } catch (IOException e) {
      found = e.toString();
    }
    assumeTrue(
        found.strip().equals("numpy"),
        "python3 with NumPy is not installed, so it cannot be asked");
  }

  @Test
  void typesShapesAndSums() throws IOException, InterruptedException {
    needNumpy();
    Arrays all = NpzRoundTripTest.everything();
    Path stored = folder.resolve("a.npz");
    Path packed = folder.resolve("b.npz");
    Npz.write(stored, all);
    Npz.writeCompressed(packed, all);
    String program =
        """
        import numpy, sys, zlib
        for file in sys.argv[1:]:
            z = numpy.load(file, allow_pickle=False)
            for name in z.files:
                a = z[name]
                shape = ','.join(map(str, a.shape))
                print(name, a.dtype.str, '[' + shape + ']', zlib.crc32(a.tobytes()))
        """;
    StringBuilder expected = new StringBuilder();
    for (String name : all.names()) {
      NdArray array = all.get(name);
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      Npy.write(out, array);
      int bytes = array.size() * Integer.parseInt(array.type().substring(1));
      java.util.zip.CRC32 sum = new java.util.zip.CRC32();
      sum.update(out.toByteArray(), out.size() - bytes, bytes);
      String type = (array instanceof NdArray.U1 ? "|" : "<") + array.type();
      String shape = java.util.Arrays.toString(array.shape()).replace(" ", "");
      expected.append(String.join(" ", name, type, shape, sum.getValue() + "\n"));
    }
    assertEquals(expected.toString().repeat(2), python(program, stored, packed));
  }
}
