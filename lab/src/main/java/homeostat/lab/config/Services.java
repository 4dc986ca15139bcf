package homeostat.lab.config;

import homeostat.lab.UserError;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds what jars on the class path offer; a broken one is told with its class and jar. */
public final class Services {
  private Services() {}

  /**
   * Every provider of a service, by class name.
   *
   * @throws UserError naming class and jar, if one cannot be loaded
   */
  public static <S> List<S> all(Class<S> service) {
    return from(ServiceLoader.load(service), service);
  }

  /** As {@link #all(Class)}, from the jars that a loader sees. */
  public static <S> List<S> all(Class<S> service, ClassLoader loader) {
    return from(ServiceLoader.load(service, loader), service);
  }

  private static <S> List<S> from(ServiceLoader<S> loader, Class<S> service) {
    List<S> found = new ArrayList<>();
    Iterator<ServiceLoader.Provider<S>> providers = loader.stream().iterator();
    String last = "";
    try {
      while (providers.hasNext()) {
        ServiceLoader.Provider<S> provider = providers.next();
        last = " (" + place(provider.type()) + ")";
        found.add(provider.get());
        last = "";
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new UserError(
          "class path: "
              + e.getMessage()
              + last
              + (cause == e ? "" : ": " + cause)
              + "; take that jar off the class path or repair its META-INF/services/"
              + service.getName());
    }
    found.sort(Comparator.comparing(provider -> provider.getClass().getName()));
    return found;
  }

  /** A class, and the jar or folder it came from: {@code CLASS in JAR}. */
  public static String place(Class<?> type) {
    return type.getName() + " in " + jar(type);
  }

  private static String jar(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? "the JDK"
        : source.getLocation().toString();
  }
}
