package homeostat.cli;

import homeostat.lab.verify.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code verify DIR}: golden cases through the code that experiments run. */
final class VerifyVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "verify",
          Group.TRUST,
          "DIR",
          "run the golden cases of a manifest and compare",
          Set.of(),
          1,
          """
          Runs every case of DIR/manifest.json, or of the manifests in the folders of DIR, through
          the code that experiments run, and compares with the expected numbers. An array is right
          if no element is further off than abs + rel * max|expected|, with the tolerance of the
          precision that the subject computes in; whole numbers on both sides must be equal.

            PASS id [float32] worst 0.11 of tolerance
            FAIL id: quantity, expected, got, error and place
            SKIP id: the file of its arrays is not there

          The last line is the tally. Exit status 0 only if a case passed, none failed and none
          was skipped.

          Examples
            homeostat verify golden/spiking
            homeostat verify golden
          """);

  private final Supplier<Catalogue> catalogue;

  VerifyVerb(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE).withoutSettings(PAGE);
    Path folder = UserPath.of(given.word(0, PAGE));
    Verification.Tally tally =
        new Verification(catalogue.get().suites(), console::print).verify(folder);
    return tally.clean() ? Exit.DONE : Exit.FAILED;
  }
}
