package homeostat.kinds.memory;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.kernel.Stream;
import homeostat.kinds.memory.config.TaskSection;
import homeostat.lab.UserError;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.NBack;
import homeostat.task.memory.PictureBank;
import homeostat.task.memory.PictureNBack;
import homeostat.task.memory.SequenceMemory;
import homeostat.task.memory.TaskSettings;
import homeostat.task.memory.Trials;
import homeostat.task.memory.cognitive.Clock;
import homeostat.task.memory.cognitive.ContextDecision;
import homeostat.task.memory.cognitive.DelayedCopy;
import homeostat.task.memory.cognitive.DelayedMatchToSample;
import homeostat.task.memory.cognitive.GoNoGo;
import homeostat.task.memory.cognitive.ParametricWorkingMemory;
import homeostat.task.memory.cognitive.PerceptualDecision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The tasks by name. */
final class MemoryTasks {
  private static final List<String> BUILT_IN =
      List.of(
          "seq_mem",
          "nback_mem",
          "pic_latent_mem",
          "pic_mem",
          "delayed_match",
          "delayed_copy",
          "perceptual_decision",
          "context_decision",
          "go_nogo",
          "parametric_memory",
          "file");

  private MemoryTasks() {}

  /** Every name. */
  static List<String> names() {
    List<String> names = new ArrayList<>(BUILT_IN);
    ServiceLoader.load(MemoryTask.Provider.class).forEach(own -> names.add(own.name()));
    return names;
  }

  /** The task of a config. */
  static MemoryTask of(TaskSection task) {
    try {
      return task(task);
    } catch (IllegalArgumentException e) {
      throw new UserError("task: " + e.getMessage());
    }
  }

  /**
   * The trials of a task.
   *
   * @throws UserError where the settings make none, or none that counts
   */
  static Trials draw(MemoryTask task, Stream stream) {
    Trials all;
    try {
      all = task.draw(stream);
    } catch (IllegalArgumentException e) {
      throw new UserError("task: " + e.getMessage());
    }
    for (int trial = 0; trial < all.trials(); trial++) {
      if (!scored(all, trial)) {
        throw new UserError(
            "task: trial "
                + trial
                + " has no step that is scored (the mask, or without one Y, is 0 at all of its "
                + all.steps()
                + " steps); leave it out, or give a mask");
      }
    }
    return all;
  }

  private static boolean scored(Trials all, int trial) {
    for (int step = 0; step < all.steps(); step++) {
      if (all.scored()[trial * all.steps() + step]) {
        return true;
      }
    }
    return false;
  }

  private static MemoryTask task(TaskSection task) {
    int n = task.nrOfTrials();
    Clock clock = new Clock(task.dt(), task.sigma());
    return switch (task.name()) {
      case "seq_mem" -> new SequenceMemory(task.patternLength(), n, 0, 1);
      case "nback_mem" -> new NBack(task.trialLength(), task.nBack(), n);
      case "pic_latent_mem" -> pictures(task, bank(task, true));
      case "pic_mem" -> pictures(task, bank(task, false));
      case "delayed_match" -> new DelayedMatchToSample(n, task.dimRing(), task.delay(), clock);
      case "delayed_copy" ->
          new DelayedCopy(n, task.patternLength(), task.dimRing(), task.delay(), clock);
      case "perceptual_decision" -> new PerceptualDecision(n, 2000, 0, clock);
      case "context_decision" -> new ContextDecision(n, clock);
      case "go_nogo" -> new GoNoGo(n, task.delay(), clock);
      case "parametric_memory" -> new ParametricWorkingMemory(n, task.delay(), clock);
      case "file" -> new FromFile(read(task));
      default -> own(task);
    };
  }

  private static MemoryTask own(TaskSection task) {
    for (MemoryTask.Provider provider : ServiceLoader.load(MemoryTask.Provider.class)) {
      if (provider.name().equals(task.name())) {
        Map<String, Double> numbers = new TreeMap<>();
        numbers.put("nr_of_trials", (double) task.nrOfTrials());
        numbers.put("pattern_length", (double) task.patternLength());
        numbers.put("trial_length", (double) task.trialLength());
        numbers.put("n_back", (double) task.nBack());
        numbers.put("delay", task.delay());
        numbers.put("dt", task.dt());
        numbers.put("sigma", task.sigma());
        return provider.create(new TaskSettings(numbers, Map.of("file", task.file())));
      }
    }
    throw new IllegalArgumentException(
        "no task is called '" + task.name() + "'; there are " + String.join(", ", names()));
  }

  private static MemoryTask pictures(TaskSection task, PictureBank bank) {
    PictureNBack.Match match = PictureNBack.Match.valueOf(task.match().name());
    return new PictureNBack(bank, task.trialLength(), task.nBack(), task.nrOfTrials(), match);
  }

  private static PictureBank bank(TaskSection task, boolean latent) {
    Arrays arrays = arrays(task);
    NdArray images = need(arrays, task, "images");
    int count = images.shape().length < 2 ? 0 : images.shape()[0];
    if (count == 0 || images.size() == 0) {
      throw new UserError(
          task.file()
              + ": images must be [picture][feature...] with at least one of each; they have shape "
              + java.util.Arrays.toString(images.shape()));
    }
    finite(images, "images", task);
    int[] labels = new int[count];
    if (arrays.names().contains("labels")) {
      NdArray given = arrays.get("labels");
      if (given.size() != count) {
        throw new UserError(task.file() + ": " + given.size() + " labels for " + count + " images");
      }
      for (int m = 0; m < count; m++) {
        labels[m] = (int) given.at(m);
        if (labels[m] < 0 || labels[m] != given.at(m)) {
          throw new UserError(
              task.file()
                  + ": the label of picture "
                  + m
                  + " is "
                  + given.at(m)
                  + "; classes are whole numbers of 0 and up");
        }
      }
    }
    PictureBank bank = new PictureBank(count, images.size() / count, images.toDoubles(), labels);
    if (!task.rescale()) {
      return bank;
    }
    return latent ? bank.rescaled() : bank.ofBytes();
  }

  private static Arrays arrays(TaskSection task) {
    if (task.file().isEmpty()) {
      throw new UserError("task.file: the task " + task.name() + " needs an NPZ file");
    }
    try {
      return Npz.read(Path.of(task.file()));
    } catch (FormatException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private static NdArray need(Arrays arrays, TaskSection task, String name) {
    return arrays
        .find(name)
        .orElseThrow(() ->
            new UserError(task.file() + ": has no array '" + name + "'; it has " + arrays.names()));
  }

  private static void finite(NdArray array, String name, TaskSection task) {
    for (int k = 0; k < array.size(); k++) {
      if (!Double.isFinite(array.at(k))) {
        throw new UserError(
            task.file()
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
  private static Trials read(TaskSection task) {
    Arrays arrays = arrays(task);
    NdArray x = need(arrays, task, "X");
    NdArray y = need(arrays, task, "Y");
    int[] shape = x.shape();
    if (shape.length != 3 || y.size() != shape[0] * shape[1]) {
      throw new UserError(
          task.file()
              + ": X must be [trial][time][channel] and Y [trial][time]; they are "
              + java.util.Arrays.toString(shape)
              + " and "
              + java.util.Arrays.toString(y.shape()));
    }
    finite(x, "X", task);
    finite(y, "Y", task);
    arrays
        .find("mask")
        .filter(mask -> mask.size() != y.size())
        .ifPresent(mask -> {
          throw new UserError(
              task.file()
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

  /** Trials as they are: classes where all scored targets are whole numbers of 0 and up. */
  private record FromFile(Trials trials) implements MemoryTask {
    @Override
    public int channels() {
      return trials.channels();
    }

    @Override
    public int outputs() {
      int most = 0;
      for (int row = 0; row < trials.targets().length; row++) {
        float y = trials.targets()[row];
        if (trials.scored()[row] && (y < 0 || y != Math.rint(y))) {
          return 1;
        }
        most = Math.max(most, (int) y);
      }
      return most + 1;
    }

    @Override
    public Trials draw(Stream stream) {
      return trials;
    }
  }
}
