package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Holds the rules of the architecture, and shows that each rule sees what it forbids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private JavaClasses ours;

  @BeforeAll
  void read() {
    ours =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("homeostat");
  }

  @Test
  void everyRuleHolds() {
    for (String part : List.of("kernel", "array", "lab", "cli")) {
      assertTrue(
          ours.stream().anyMatch(c -> c.getPackageName().startsWith("homeostat." + part)), part);
    }
    Architecture.rules()
        .forEach((name, rule) -> {
          EvaluationResult result = rule.evaluate(ours);
          assertFalse(result.hasViolation(), () -> name + ":\n" + result.getFailureReport());
        });
  }

  /** One planted class a rule, by the rule's name. */
  private static final Map<String, Map<String, String>> PLANTED =
      Map.of(
          "modules depend one way",
          Map.of(
              "homeostat.lab.Kind", "",
              "homeostat.kernel.Planted", "homeostat.lab.Kind kind;"),
          "subjects do not know each other",
          Map.of(
              "homeostat.dale.Layer", "",
              "homeostat.spiking.Planted", "homeostat.dale.Layer layer;"),
          "shared packages know no subject",
          Map.of(
              "homeostat.lyapunov.Spectrum", "",
              "homeostat.gradient.Planted", "homeostat.lyapunov.Spectrum spectrum;"),
          "lab names no subject",
          Map.of(
              "homeostat.spiking.Network", "",
              "homeostat.lab.Planted", "homeostat.spiking.Network network;"),
          "the vector module stays in one package",
          Map.of("homeostat.array.Planted", "jdk.incubator.vector.FloatVector vector;"),
          "no class is called a helper",
          Map.of("homeostat.array.PlantedUtils", ""));

  @Test
  void everyRuleSeesWhatIsPlanted(@TempDir Path folder) throws IOException {
    assertEquals(PLANTED.keySet(), Architecture.rules().keySet());
    for (Map.Entry<String, Map<String, String>> entry : PLANTED.entrySet()) {
      Path classes = folder.resolve(entry.getKey().replace(' ', '-'));
      Compiled.into(classes, entry.getValue());
      JavaClasses planted = new ClassFileImporter().importPath(classes);
      EvaluationResult result =
          java.util.Objects.requireNonNull(Architecture.rules().get(entry.getKey()))
              .evaluate(planted);
      assertTrue(result.hasViolation(), entry.getKey());
      assertTrue(result.getFailureReport().toString().contains("Planted"), entry.getKey());
    }
  }
}
