package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes made for a test from their bodies. */
final class Compiled {
  private Compiled() {}

  /**
   * Compiles classes.
   *
   * @param bodies by full class name
   */
  static void into(Path folder, Map<String, String> bodies) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Map.Entry<String, String> entry : bodies.entrySet()) {
      String name = entry.getKey();
      int dot = name.lastIndexOf('.');
      Path source = folder.resolve(name.replace('.', '/') + ".java");
      Files.createDirectories(source.getParent());
      Files.writeString(
          source,
          "package "
              + name.substring(0, dot)
              + "; public class "
              + name.substring(dot + 1)
              + " { "
              + entry.getValue()
              + " }");
      sources.add(source);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  null,
                  List.of(
                      "-d",
                      folder.toString(),
                      "-proc:none",
                      "-classpath",
                      folder.toString(),
                      "--add-modules=jdk.incubator.vector"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(compiled, () -> "the planted classes do not compile: " + bodies);
    }
  }
}
