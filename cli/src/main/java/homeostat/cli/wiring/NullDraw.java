package homeostat.cli.wiring;

import homeostat.cli.Arguments;
import homeostat.cli.Console;
import homeostat.cli.Exit;
import homeostat.cli.Page;
import homeostat.connectome.Connectome;
import homeostat.connectome.nulls.NullModel;
import homeostat.kernel.Stream;
import homeostat.lab.UserError;
import java.util.Optional;

/** {@code connectome null FILE model=NAME out=FILE}. */
final class NullDraw {
  private NullDraw() {}

  static int run(Arguments given, Page page, Console console) {
    given.allowing(
        Decisions.with("model", "seed", "out", "swaps", "probability", "bins", "modules"));
    NullModel model = NullOptions.model(given);
    String out =
        WiringFile.writable(Optional.ofNullable(given.settings().get("out")), given.word(1, page));
    long seed = Numbers.whole(given, "seed", 1, 0, Long.MAX_VALUE);
    Connectome original = WiringFile.read(given.word(1, page), Decisions.of(given), seed);
    WiringFile.warn(original, console);
    try {
      Connectome drawn = model.draw(original, Stream.of(seed, "connectome.null"));
      WiringFile.write(out, drawn, console);
      console.print(WiringFile.told(out, drawn) + "; kept: " + model.keeps());
      drawn.provenance().decisions().stream()
          .skip(original.provenance().decisions().size() + 1L)
          .forEach(decision -> console.print(decision.toString()));
    } catch (IllegalArgumentException e) {
      throw new UserError(given.word(1, page) + ": " + e.getMessage());
    }
    return Exit.DONE;
  }

  /** One line a model. */
  static String list() {
    StringBuilder lines = new StringBuilder();
    for (NullModel model : NullModel.all()) {
      lines.append(String.format("  %-26s keeps %s%n", model.name(), model.keeps()));
    }
    return lines.toString();
  }
}
