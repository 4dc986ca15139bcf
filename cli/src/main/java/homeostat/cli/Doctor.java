package homeostat.cli;

import com.sun.management.OperatingSystemMXBean;
import homeostat.kernel.Kernels;
import homeostat.lab.run.Budget;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.dataset.ImageSet;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what a run needs from the machine. */
final class Doctor {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private final Catalogue catalogue;
  private final Path folder;
  private final DataPlaces places;

  /**
   * @param catalogue what is installed
   * @param folder the working folder
   * @param places where data sets are looked for
   */
  Doctor(Catalogue catalogue, Path folder, DataPlaces places) {
    this.catalogue = catalogue;
    this.folder = folder;
    this.places = places;
  }

  /** Everything looked at, in order. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(kernels());
    findings.add(memory());
    findings.add(FontProbe.look());
    findings.add(runs());
    findings.add(
        tool("git", "runs will not name the commit they come from", "install git to have it"));
    findings.add(
        tool("mvn", "a change of the sources cannot be built", "install Maven 3.8 or newer"));
    findings.add(
        catalogue.kinds().list().isEmpty()
            ? Finding.warn("kinds", "none is installed", "HOMEOSTAT_CLASSPATH adds jars with kinds")
            : Finding.ok(
                "kinds", catalogue.kinds().list().size() + " (homeostat kinds lists them)"));
    findings.add(golden());
    DataVerb.installed().all().forEach(set -> findings.add(data(set)));
    findings.add(module("dashboard"));
    findings.add(module("spark"));
    return findings;
  }

  private static Finding java() {
    String text = Runtime.version() + " in " + System.getProperty("java.home");
    return Runtime.version().feature() == 25
        ? Finding.ok("java", text)
        : Finding.warn("java", text, "Homeostat is tested on JDK 25: set JAVA_HOME to one");
  }

  private static Finding kernels() {
    Kernels kernels = Kernels.active();
    String text = kernels.name() + ": " + kernels.reason();
    return kernels.name().equals("scalar")
        ? Finding.warn(
            "kernels",
            text + "; computing is many times slower",
            "start with the launcher ./homeostat, or with java --add-modules=" + VECTOR_MODULE)
        : Finding.ok("kernels", text);
  }

  private static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory();
    int cores = Runtime.getRuntime().availableProcessors();
    String text =
        cores + (cores == 1 ? " core, " : " cores, ") + Budget.text(heap) + " for the program";
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      long all = system.getTotalMemorySize();
      text += " of " + Budget.text(all);
      if (heap < all / 2) {
        return Finding.warn(
            "machine",
            text,
            "give more with HOMEOSTAT_JAVA_OPTS=-Xmx" + all / 5 * 4 / (1 << 20) + "m");
      }
    }
    return Finding.ok("machine", text);
  }

  private Finding runs() {
    Path runs = folder.resolve("runs");
    Path target = Files.exists(runs) ? runs : folder;
    return Files.isDirectory(target) && Files.isWritable(target)
        ? Finding.ok("runs", "go to " + runs)
        : Finding.missing(
            "runs",
            target + " cannot be written",
            "start in a folder of your own, or give run.dir=FOLDER");
  }

  private static Finding tool(String name, String without, String remedy) {
    return onPath(name)
        .map(file -> Finding.ok(name, file.toString()))
        .orElseGet(() -> Finding.warn(name, "not on the PATH: " + without, remedy));
  }

  private static Optional<Path> onPath(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return List.of(path.split(File.pathSeparator, -1)).stream()
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Finding golden() {
    Path golden = folder.resolve("golden");
    return Files.isDirectory(golden)
        ? Finding.ok("golden cases", golden + " (homeostat verify golden runs them)")
        : Finding.ok("golden cases", "none here; homeostat verify takes any folder of them");
  }

  private Finding data(ImageSet set) {
    String what = set.name();
    return places
        .find(set)
        .map(where -> Finding.ok(what, where.toString()))
        .orElseGet(() ->
            set.packages().isEmpty()
                ? Finding.ok(
                    what, "image data, not here (optional; homeostat data list says how to get it)")
                : Finding.warn(
                    what,
                    "image data, not here; experiments on images use it",
                    places.remedy(set)));
  }

  private static Finding module(String name) {
    boolean there = Doctor.class.getClassLoader().getResource("homeostat/" + name) != null;
    return Finding.ok(name, there ? "installed" : "not installed (optional)");
  }
}
