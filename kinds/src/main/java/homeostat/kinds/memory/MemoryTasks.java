package homeostat.kinds.memory;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The tasks by name. */
final class MemoryTasks {
  /** The tasks that are here, and which of the settings that not every task has each reads. */
  private static final Map<String, List<String>> BUILT_IN = builtIn();

  private MemoryTasks() {}

  private static Map<String, List<String>> builtIn() {
    List<String> pictures =
        List.of("nr_of_trials", "trial_length", "n_back", "rescale", "match", "file");
    Map<String, List<String>> tasks = new LinkedHashMap<>();
    tasks.put("seq_mem", List.of("nr_of_trials", "pattern_length"));
    tasks.put("nback_mem", List.of("nr_of_trials", "trial_length", "n_back"));
    tasks.put("pic_latent_mem", pictures);
    tasks.put("pic_mem", pictures);
    tasks.put("delayed_match", List.of("nr_of_trials", "delay", "dt", "sigma", "dim_ring"));
    tasks.put(
        "delayed_copy",
        List.of("nr_of_trials", "pattern_length", "delay", "dt", "sigma", "dim_ring"));
    tasks.put("perceptual_decision", List.of("nr_of_trials", "dt", "sigma"));
    tasks.put("perceptual_decision_delayed", List.of("nr_of_trials", "dt", "sigma"));
    tasks.put("context_decision", List.of("nr_of_trials", "dt", "sigma"));
    tasks.put("go_nogo", List.of("nr_of_trials", "delay", "dt", "sigma"));
    tasks.put("parametric_memory", List.of("nr_of_trials", "delay", "dt", "sigma"));
    tasks.put("file", List.of("file", "answers"));
    return tasks;
  }

  /** Whether a task that is here, not a user's own, reads a setting that not every task has. */
  static boolean ignores(String task, String setting) {
    List<String> read = BUILT_IN.get(task);
    return read == null ? setting.equals("answers") : !read.contains(setting);
  }

  /** Every name. */
  static List<String> names() {
    List<String> names = new ArrayList<>(BUILT_IN.keySet());
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
      case "pic_latent_mem" -> pictures(task, new TaskFile(task).bank(true));
      case "pic_mem" -> pictures(task, new TaskFile(task).bank(false));
      case "delayed_match" -> new DelayedMatchToSample(n, task.dimRing(), task.delay(), clock);
      case "delayed_copy" ->
          new DelayedCopy(n, task.patternLength(), task.dimRing(), task.delay(), clock);
      case "perceptual_decision" ->
          new PerceptualDecision(n, PerceptualDecision.Form.IMMEDIATE, clock);
      case "perceptual_decision_delayed" ->
          new PerceptualDecision(n, PerceptualDecision.Form.DELAYED, clock);
      case "context_decision" -> new ContextDecision(n, clock);
      case "go_nogo" -> new GoNoGo(n, task.delay(), clock);
      case "parametric_memory" -> new ParametricWorkingMemory(n, task.delay(), clock);
      case "file" -> new TaskFile(task).task();
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
        numbers.put("dim_ring", (double) task.dimRing());
        numbers.put("rescale", task.rescale() ? 1.0 : 0.0);
        String match = task.match().name().toLowerCase(Locale.ROOT);
        return provider.create(
            new TaskSettings(numbers, Map.of("file", task.file(), "match", match)));
      }
    }
    throw new IllegalArgumentException(
        "no task is called '" + task.name() + "'; there are " + String.join(", ", names()));
  }

  private static MemoryTask pictures(TaskSection task, PictureBank bank) {
    PictureNBack.Match match = PictureNBack.Match.valueOf(task.match().name());
    return new PictureNBack(bank, task.trialLength(), task.nBack(), task.nrOfTrials(), match);
  }
}
