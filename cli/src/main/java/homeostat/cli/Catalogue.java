package homeostat.cli;

import homeostat.lab.BenchWorkload;
import homeostat.lab.LegacyScript;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Services;
import homeostat.lab.verify.GoldenSuite;
import java.util.Comparator;
import java.util.List;

/**
 * What the jars on the class path contribute.
 *
 * @param kinds kinds of experiment
 * @param suites golden cases, one a subject
 * @param workloads of {@code bench}, by subject
 * @param scripts of {@code legacy}, by name
 */
public record Catalogue(
    Kinds kinds,
    List<GoldenSuite> suites,
    List<BenchWorkload> workloads,
    List<LegacyScript> scripts) {

  /** Finds the services on the class path. */
  public static Catalogue installed() {
    return new Catalogue(
        Kinds.all(),
        Services.all(GoldenSuite.class),
        Services.all(BenchWorkload.class).stream()
            .sorted(Comparator.comparing(BenchWorkload::subject))
            .toList(),
        Services.all(LegacyScript.class).stream()
            .sorted(Comparator.comparing(LegacyScript::script))
            .toList());
  }
}
