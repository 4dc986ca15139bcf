package homeostat.lab.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Whose fault an unexpected exception is: that of a jar which offers one of our services, if a
 * class of it stands on the stack.
 */
public final class ExtensionFault {
  private static final String OURS = "homeostat.";
  private static final String SERVICES = "META-INF/services";

  private ExtensionFault() {}

  /** The class and jar to blame, as {@link Services#place} writes them; empty if it is ours. */
  public static Optional<String> of(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      for (StackTraceElement frame : at.getStackTrace()) {
        Optional<Class<?>> type = loaded(frame.getClassName());
        if (type.isPresent() && isExtension(type.get())) {
          return Optional.of(Services.place(type.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Class<?>> loaded(String name) {
    if (name.startsWith(OURS) || name.startsWith("java.")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // a frame of a class that cannot be looked up blames nobody
    }
  }

  private static boolean isExtension(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource();
    return source != null && source.getLocation() != null && offersService(source.getLocation());
  }

  private static boolean offersService(URL location) {
    try {
      Path path = Path.of(new URI(location.toString()));
      if (Files.isDirectory(path)) {
        Path services = path.resolve(SERVICES);
        if (!Files.isDirectory(services)) {
          return false;
        }
        try (Stream<Path> files = Files.list(services)) {
          return files.anyMatch(file -> file.getFileName().toString().startsWith(OURS));
        }
      }
      try (JarFile jar = new JarFile(path.toFile())) {
        return jar.stream().anyMatch(e -> e.getName().startsWith(SERVICES + "/" + OURS));
      }
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return false; // what cannot be read offers nothing
    }
  }
}
