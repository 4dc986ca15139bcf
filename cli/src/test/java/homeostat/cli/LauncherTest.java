package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the house, with folders that look like JDKs and builds. */
class LauncherTest {
  private static final Path ROOT =
      Path.of(System.getProperty("homeostat.root", "")).toAbsolutePath();

  @TempDir Path folder;

  private record Said(int status, String out) {}

  private Said bash(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", "set -euo pipefail\n" + script);
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("ROOT", ROOT.toString());
    builder.environment().put("HERE", folder.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), out.strip());
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path bin = Files.createDirectories(home.resolve("bin"));
    for (String tool : new String[] {"java", "javac"}) {
      Path file = Files.writeString(bin.resolve(tool), "#!/bin/sh\nexit 0\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @Test
  void scriptsAreValidBash() throws IOException, InterruptedException {
    for (String script :
        new String[] {
          "homeostat",
          "build",
          ".ci/run",
          ".mvn/find-jdk.sh",
          ".mvn/first-build.sh",
          ".mvn/fast-start.sh"
        }) {
      assertEquals(new Said(0, ""), bash("bash -n \"$ROOT/" + script + "\""), script);
    }
  }

  @Test
  void jdk25OfJavaHomeIsTakenAndAnOlderOneIsNot() throws IOException, InterruptedException {
    Path good = jdk("jdk 25", "25.0.3");
    Path old = jdk("jdk-17", "17.0.1");
    Path future = jdk("jdk-250", "250.0.1");
    String find = ". \"$ROOT/.mvn/find-jdk.sh\"; ";
    assertEquals(new Said(0, good.toString()), bash(find + "JAVA_HOME=\"$HERE/jdk 25\" find_jdk"));
    assertEquals(1, bash(find + "is_jdk25 \"$HERE/jdk-17\"").status(), old.toString());
    assertEquals(1, bash(find + "is_jdk25 \"$HERE/jdk-250\"").status(), future.toString());
    assertEquals(1, bash(find + "is_jdk25 \"$HERE/none\"").status());
    assertEquals(
        new Said(0, good.toString()),
        bash(find + "JAVA_HOME=\"$HERE/jdk-17\" PATH=\"$HERE/jdk 25/bin:$PATH\" find_jdk"));
  }

  @Test
  void theUsersCollectorReplacesOurs() throws IOException, InterruptedException {
    Path home = jdk("jdk", "25.0.3");
    Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.createDirectories(folder.resolve("cli/target/lib"));
    Files.writeString(folder.resolve("cli/target/lib/homeostat-kinds-1.jar"), "");
    Files.writeString(folder.resolve("cli/target/homeostat-cli-1.jar"), "");
    String run =
        "cp -r \"$ROOT/.mvn\" \"$ROOT/homeostat\" \"$HERE\"; "
            + "mkdir -p \"$HERE\"/{kernel,core,lab,kinds,cli}/src/main; "
            + "touch \"$HERE\"/pom.xml \"$HERE\"/{kernel,core,lab,kinds,cli}/pom.xml; "
            + "touch -d '1 hour' \"$HERE/cli/target/built\"; "
            + "export JAVA_HOME=\"$HERE/jdk\"; ";
    for (String verb : new String[] {"kinds", "run"}) {
      String ours = bash(run + "\"$HERE/homeostat\" " + verb).out();
      assertEquals(1, collectors(ours), ours);
      String theirs =
          bash(run + "HOMEOSTAT_JAVA_OPTS='-Xmx1g -XX:+UseZGC' \"$HERE/homeostat\" " + verb).out();
      assertTrue(theirs.contains("-XX:+UseZGC"), theirs);
      assertEquals(1, collectors(theirs), theirs);
    }
  }

  private static long collectors(String options) {
    return options.lines().filter(line -> line.matches("-XX:\\+Use\\w+GC")).count();
  }

  /** Called, not inlined, such a method would move every vector to the heap. */
  @Test
  void whatTakesOrGivesVectorsIsInlined() throws IOException {
    String launcher = Files.readString(ROOT.resolve("homeostat"));
    List<String> methods =
        new ClassFileImporter()
            .importPackages("homeostat").stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(LauncherTest::handlesVectors)
                .map(method -> method.getOwner().getSimpleName() + "::" + method.getName())
                .distinct()
                .toList();
    assertTrue(methods.contains("FloatLanes::tanh"), methods.toString());
    assertEquals(
        List.of(),
        methods.stream()
            .filter(method -> !launcher.contains("'" + method.replaceAll("::.*", "::*") + "'"))
            .filter(method -> !launcher.matches("(?s).*\\b" + method + "\\b.*"))
            .toList());
  }

  private static boolean handlesVectors(JavaMethod method) {
    return method.getModifiers().stream().noneMatch(m -> m == JavaModifier.SYNTHETIC)
        && Stream.concat(
                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
            .anyMatch(type -> type.getName().matches("jdk\\.incubator\\.vector\\..*Vector(Mask)?"));
  }

  /** A build of one second, needed once. */
  private static final String PRETENDED =
      ". \"$ROOT/.mvn/first-build.sh\"; "
          + "reason_to_build() { [ -e \"$HERE/ready\" ] || printf why; }; "
          + "build_now() { echo built; sleep 1; touch \"$HERE/ready\"; }; ";

  @Test
  void oneBuildsAndWhoComesMeanwhileWaits() throws IOException, InterruptedException {
    String three = "for i in 1 2 3; do (build_if_needed \"$HERE\") & done; wait";
    assertEquals(new Said(0, "built"), bash(PRETENDED + three));
    assertEquals(new Said(0, ""), bash("ls \"$HERE/target\""), "the lock is gone");
  }

  @Test
  void aLockOfAProcessThatIsGoneIsTaken() throws IOException, InterruptedException {
    Files.writeString(
        Files.createDirectories(folder.resolve("target/building")).resolve("pid"), "99999999\n");
    assertEquals(new Said(0, "built"), bash(PRETENDED + "build_if_needed \"$HERE\""));
  }

  @Test
  void buildIsNeededOnFirstUseAndAfterAChange() throws IOException, InterruptedException {
    String reason = ". \"$ROOT/.mvn/first-build.sh\"; reason_to_build \"$HERE\"";
    FileTime then = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    for (String module : new String[] {"kernel", "core", "lab", "kinds", "cli"}) {
      Path sources = Files.createDirectories(folder.resolve(module + "/src/main/java"));
      Files.writeString(folder.resolve(module + "/pom.xml"), "");
      Files.setLastModifiedTime(folder.resolve(module + "/pom.xml"), then);
      Files.setLastModifiedTime(Files.writeString(sources.resolve("A.java"), ""), then);
      Files.setLastModifiedTime(sources, then);
      Files.setLastModifiedTime(sources.getParent(), then);
    }
    Files.setLastModifiedTime(Files.writeString(folder.resolve("pom.xml"), ""), then);
    assertTrue(bash(reason).out().startsWith("first use"));
    Files.createDirectories(folder.resolve("cli/target/lib"));
    Files.writeString(folder.resolve("cli/target/lib/homeostat-kinds-1.jar"), "");
    Files.writeString(folder.resolve("cli/target/homeostat-cli-1.jar"), "");
    assertEquals(new Said(0, ""), bash(reason));
    Path source = folder.resolve("lab/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertEquals(new Said(0, "the sources changed"), bash(reason));
    Path built = Files.writeString(folder.resolve("cli/target/built"), "");
    Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(120)));
    assertEquals(new Said(0, ""), bash(reason));
    Files.delete(folder.resolve("core/src/main/java/A.java"));
    Files.setLastModifiedTime(
        folder.resolve("core/src/main/java"), FileTime.from(Instant.now().plusSeconds(180)));
    assertEquals(new Said(0, "the sources changed"), bash(reason));
  }

  @Test
  void namesBeyondAsciiReachJavaInAnAsciiLocale() throws IOException, InterruptedException {
    Path java = jdk("jdk", "25.0.3").resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\necho \"locale $LC_ALL\"\n");
    Path scripts = Files.createDirectories(folder.resolve(".mvn"));
    Files.writeString(scripts.resolve("find-jdk.sh"), "find_jdk() { echo \"$HERE/jdk\"; }\n");
    Files.writeString(
        scripts.resolve("first-build.sh"),
        "build_if_needed() { :; }\nbuilt_jar() { echo program.jar; }\n");
    Files.copy(ROOT.resolve("homeostat"), folder.resolve("homeostat"));
    Files.copy(ROOT.resolve(".mvn/fast-start.sh"), scripts.resolve("fast-start.sh"));
    String start = " bash \"$HERE/homeostat\" --version";
    assertEquals(new Said(0, "locale C.UTF-8"), bash("LC_ALL=C" + start));
    assertEquals(new Said(0, "locale C.UTF-8"), bash("LC_ALL=C.UTF-8" + start));
  }
}
