package homeostat.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of the architecture, by name. */
final class Architecture {
  private static final List<String> SUBJECTS =
      List.of("spiking", "dale", "lyapunov", "disinhibition");
  private static final List<String> SHARED =
      List.of("array", "connectome", "gradient", "dynamics", "rate", "homeostasis", "task");

  private Architecture() {}

  static Map<String, ArchRule> rules() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("modules depend one way", layers());
    rules.put(
        "subjects do not know each other",
        slices()
            .assignedFrom(new BySubject())
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true));
    rules.put(
        "shared packages know no subject",
        noClasses()
            .that(resideInAnyPackage(packages(SHARED)))
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages(SUBJECTS)))
            .allowEmptyShould(true));
    rules.put(
        "lab names no subject",
        noClasses()
            .that(resideInAnyPackage("homeostat.lab.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages(SUBJECTS)))
            .allowEmptyShould(true));
    rules.put(
        "the vector module stays in one package",
        noClasses()
            .that(resideInAnyPackage("homeostat.."))
            .and()
            .resideOutsideOfPackage("homeostat.kernel.simd..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jdk.incubator.."))
            .allowEmptyShould(true));
    rules.put(
        "no class is called a helper",
        noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helpers?)(\\$.*)?")
            .allowEmptyShould(true));
    return rules;
  }

  private static ArchRule layers() {
    List<String> core = new java.util.ArrayList<>(SHARED);
    core.addAll(SUBJECTS);
    return Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("homeostat..")
        .withOptionalLayers(true)
        .layer("kernel")
        .definedBy("homeostat.kernel..")
        .layer("core")
        .definedBy(packages(core))
        .layer("lab")
        .definedBy("homeostat.lab..")
        .layer("kinds")
        .definedBy("homeostat.kinds..")
        .layer("cli")
        .definedBy("homeostat.cli..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("kinds")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("lab")
        .mayOnlyBeAccessedByLayers("kinds", "cli")
        .whereLayer("core")
        .mayOnlyBeAccessedByLayers("lab", "kinds", "cli")
        .whereLayer("kernel")
        .mayOnlyBeAccessedByLayers("core", "lab", "kinds", "cli")
        .ensureAllClassesAreContainedInArchitectureIgnoring("com..", "org..");
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(name -> "homeostat." + name + "..").toArray(String[]::new);
  }

  /** One slice a subject of core; everything else is in none. */
  private static final class BySubject implements SliceAssignment {
    @Override
    public String getDescription() {
      return "the subjects of core";
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SUBJECTS.stream()
          .filter(subject -> (type.getPackageName() + ".").startsWith("homeostat." + subject + "."))
          .findFirst()
          .map(subject -> SliceIdentifier.of(subject))
          .orElseGet(SliceIdentifier::ignore);
    }
  }
}
