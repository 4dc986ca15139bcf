package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Jars with one service, as a user makes them. */
final class ServiceJar {
  private ServiceJar() {}

  /**
   * Compiles sources into a folder, and packs it.
   *
   * @param sources by file name; may be none
   * @param service name of the service file
   * @param classes what the service file holds
   */
  static Path make(Path folder, List<Source> sources, String service, String classes)
      throws IOException {
    Path compiled = Files.createDirectories(folder.resolve("classes"));
    for (Source source : sources) {
      Path file = Files.writeString(folder.resolve(source.name()), source.text());
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  null,
                  null,
                  "--release",
                  "25",
                  "-proc:none",
                  "-d",
                  compiled.toString(),
                  "-cp",
                  System.getProperty("java.class.path", ""),
                  file.toString());
      assertEquals(0, status, () -> "does not compile:\n" + source.text());
    }
    Path jar = folder.resolve("my.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.list(compiled)) {
      for (Path file : files.sorted().toList()) {
        zip.putNextEntry(new JarEntry(String.valueOf(file.getFileName())));
        Files.copy(file, zip);
      }
      zip.putNextEntry(new JarEntry("META-INF/services/" + service));
      zip.write(classes.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  /** A source file. */
  record Source(String name, String text) {}
}
