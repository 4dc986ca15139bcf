package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Parallel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/gradient.md, taken from the page, compiled and run. */
class GradientPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("homeostat.root", "")).resolve("docs/gradient.md");

  @TempDir Path folder;

  @Test
  void theExamplesCompileAndDoWhatThePageSays() throws Exception {
    List<String> blocks = blocks();
    assertEquals(4, blocks.size(), "a model, a layer, an operation and a rule");
    String source = page(blocks);
    Path file = folder.resolve("Page.java");
    Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status =
        compiler.run(
            null,
            null,
            null,
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            file.toString());
    assertEquals(0, status, "the page does not compile");
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader());
        Parallel parallel = new Parallel(1)) {
      Class<?> page = loader.loadClass("Page");
      float[] learnt =
          (float[]) page.getMethod("run", long.class, Parallel.class).invoke(null, 7L, parallel);
      assertEquals(Math.log(10), learnt[0], 0.7, "the loss of a guess");
      assertEquals(0.0098, learnt[1], 1e-4, "the step of the rule");
      float[] layer = (float[]) page.getMethod("layer", Parallel.class).invoke(null, parallel);
      // relu(3, 0) normalised is about (1, -1); with x added, squared: 16 and 1.
      assertEquals(16, layer[0], 0.01);
      assertEquals(1, layer[1], 0.01);
    }
  }

  private static List<String> blocks() throws IOException {
    Matcher matcher =
        Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    assertTrue(!blocks.isEmpty(), "no example in " + PAGE);
    return blocks;
  }

  /** The blocks among what the page takes for granted: imports, and names its examples speak of. */
  private static String page(List<String> blocks) {
    return """
    import homeostat.gradient.*;
    import homeostat.gradient.model.*;
    import homeostat.gradient.operation.*;
    import homeostat.gradient.tape.*;
    import homeostat.kernel.*;
    import java.util.*;

    public class Page {
      static float hebbian(int i) { return i %% 2; }
      %s
      %s
      public static float[] run(long seed, Parallel parallel) {
        %s
        float before = parameters.get("fc0.W").raw()[1];
        %s
        return new float[] {loss.value()[0], parameters.get("fc0.W").raw()[1] - before};
      }
      public static float[] layer(Parallel parallel) {
        Parameters parameters = Parameters.of(
            new Parameter("a.W", new float[] {1, 0, 0, -1}, new int[] {2, 2}, Constraint.FREE),
            new Parameter("a.b", new float[2], new int[] {2}, Constraint.FREE));
        Gradients gradients = new Gradients(parameters);
        Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
        Var x = tape.input("x", 1, 2);
        x.value()[0] = 3;
        Var y = tape.apply("square", new Square(), residual(tape, "a", x));
        Var sum = tape.apply("sum", new Total(Reduction.SUM), y);
        tape.forward();
        tape.backward(sum);
        return y.value();
      }
    }
    """
        .formatted(blocks.get(1), blocks.get(2), blocks.get(0), blocks.get(3));
  }
}
