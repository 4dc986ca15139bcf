package homeostat.kinds.memory;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.kernel.Stream;
import homeostat.kinds.memory.config.TaskSection;
import homeostat.lab.UserError;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.PictureBank;
import homeostat.task.memory.Trials;
import java.nio.file.Path;

/** Pictures or trials of a user's NPZ file, {@code task.file}. */
record TaskFile(TaskSection settings) {
  /** More different answers than this are values, whatever they look like. */
  private static final int MOST_CLASSES = 10_000;

  /** Pictures with their labels. */
  PictureBank bank(boolean latent) {
    Arrays arrays = arrays();
    NdArray images = need(arrays, "images");
    int count = images.shape().length < 2 ? 0 : images.shape()[0];
    if (count == 0 || images.size() == 0) {
      throw new UserError(
          settings.file()
              + ": images must be [picture][feature...] with at least one of each; they have shape "
              + java.util.Arrays.toString(images.shape()));
    }
    finite(images, "images");
    int[] labels = new int[count];
    if (arrays.names().contains("labels")) {
      NdArray given = arrays.get("labels");
      if (given.size() != count) {
        throw new UserError(
            settings.file() + ": " + given.size() + " labels for " + count + " images");
      }
      for (int m = 0; m < count; m++) {
        labels[m] = (int) given.at(m);
        if (labels[m] < 0 || labels[m] != given.at(m)) {
          throw new UserError(
              settings.file()
                  + ": the label of picture "
                  + m
                  + " is "
                  + given.at(m)
                  + "; classes are whole numbers of 0 and up");
        }
      }
    }
    PictureBank bank = new PictureBank(count, images.size() / count, images.toDoubles(), labels);
    if (!settings.rescale()) {
      return bank;
    }
    return latent ? bank.rescaled() : bank.ofBytes();
  }

  private Arrays arrays() {
    if (settings.file().isEmpty()) {
      throw new UserError("task.file: the task " + settings.name() + " needs an NPZ file");
    }
    try {
      return Npz.read(Path.of(settings.file()));
    } catch (FormatException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private NdArray need(Arrays arrays, String name) {
    return arrays
        .find(name)
        .orElseThrow(() ->
            new UserError(
                settings.file() + ": has no array '" + name + "'; it has " + arrays.names()));
  }

  private void finite(NdArray array, String name) {
    for (int k = 0; k < array.size(); k++) {
      if (!Double.isFinite(array.at(k))) {
        throw new UserError(
            settings.file()
                + ": value "
                + k
                + " of "
                + name
                + " is "
                + array.at(k)
                + "; it must be finite");
      }
    }
  }

  /** Trials of a file: X [trial][time][channel], Y [trial][time], mask [trial][time] if given. */
  Trials trials() {
    Arrays arrays = arrays();
    NdArray x = need(arrays, "X");
    NdArray y = need(arrays, "Y");
    int[] shape = x.shape();
    if (shape.length != 3 || y.size() != shape[0] * shape[1]) {
      throw new UserError(
          settings.file()
              + ": X must be [trial][time][channel] and Y [trial][time]; they are "
              + java.util.Arrays.toString(shape)
              + " and "
              + java.util.Arrays.toString(y.shape()));
    }
    finite(x, "X");
    finite(y, "Y");
    arrays
        .find("mask")
        .filter(mask -> mask.size() != y.size())
        .ifPresent(mask -> {
          throw new UserError(
              settings.file()
                  + ": mask must be [trial][time] as Y; they are "
                  + java.util.Arrays.toString(mask.shape())
                  + " and "
                  + java.util.Arrays.toString(y.shape()));
        });
    boolean[] scored = new boolean[y.size()];
    for (int row = 0; row < scored.length; row++) {
      int at = row;
      scored[row] = arrays.find("mask").map(m -> m.at(at)).orElse(y.at(row)) != 0;
    }
    int[] numbers = new int[shape[0]];
    java.util.Arrays.setAll(numbers, trial -> trial);
    return new Trials(shape[0], shape[1], shape[2], x.toFloats(), y.toFloats(), scored, numbers);
  }

  /** The task that the file's trials are. */
  MemoryTask task() {
    return switch (settings.answers()) {
      case VALUES -> new Given(trials(), 1);
      case CLASSES -> classes(trials());
      case AUTO -> {
        Trials all = trials();
        boolean whole = true;
        boolean negative = false;
        for (int row = 0; row < all.targets().length; row++) {
          float y = all.targets()[row];
          whole &= !all.scored()[row] || y == Math.rint(y);
          negative |= all.scored()[row] && y < 0;
        }
        if (whole && negative) {
          throw new UserError(
              settings.file()
                  + ": the scored Y are whole numbers, some below 0; number classes from 0, or set"
                  + " task.answers = \"values\" if they are values");
        }
        yield whole ? classes(all) : new Given(all, 1);
      }
    };
  }

  private MemoryTask classes(Trials all) {
    int most = 0;
    for (int row = 0; row < all.targets().length; row++) {
      float y = all.targets()[row];
      if (all.scored()[row] && (y < 0 || y != Math.rint(y) || y >= MOST_CLASSES)) {
        throw new UserError(
            settings.file()
                + ": Y of trial "
                + row / all.steps()
                + ", step "
                + row % all.steps()
                + " is "
                + y
                + "; classes are whole numbers from 0 to "
                + (MOST_CLASSES - 1)
                + "; set task.answers = \"values\" if they are values");
      }
      most = all.scored()[row] ? Math.max(most, (int) y) : most;
    }
    return new Given(all, Math.max(2, most + 1));
  }

  /** Trials as they are. */
  private record Given(Trials trials, int outputs) implements MemoryTask {
    @Override
    public int channels() {
      return trials.channels();
    }

    @Override
    public Trials draw(Stream stream) {
      return trials;
    }
  }
}
