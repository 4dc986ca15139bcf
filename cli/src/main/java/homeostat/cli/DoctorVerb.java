package homeostat.cli;

import homeostat.task.dataset.DataPlaces;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code doctor}: what is there, what is missing, what to do about it. */
final class DoctorVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "doctor",
          Group.TRUST,
          "",
          "what this machine has and lacks, and what to do",
          Set.of(),
          0,
          """
          Looks at Java, the vector module and kernels, memory, fonts, folders, tools and data sets.
          A line is ok, warn (works, but less well or not everything) or missing (needed), with
          what to do about it. Exit status 1 if something needed is missing.

          Example
            homeostat doctor
          """);

  private final Supplier<Catalogue> catalogue;

  DoctorVerb(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments.parse(arguments, PAGE).withoutSettings(PAGE);
    List<Finding> findings =
        new Doctor(
                catalogue.get(), Path.of("").toAbsolutePath(), DataPlaces.ofUser(Optional.empty()))
            .findings();
    findings.forEach(finding -> console.print(finding.toString()));
    return findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING)
        ? Exit.FAILED
        : Exit.DONE;
  }
}
