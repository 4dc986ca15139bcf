package homeostat.kinds.memory;

import homeostat.connectome.nulls.NullModel;
import homeostat.connectome.region.RegionGenerator;
import homeostat.kernel.Stream;
import homeostat.kinds.memory.config.NetworkSection;
import homeostat.kinds.memory.config.WiringSection;
import homeostat.kinds.memory.config.WorkingMemoryConfig;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import homeostat.lab.config.Nearest;
import homeostat.lab.config.Problems;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.TrialSplit;
import homeostat.task.memory.Trials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Does wiring like a brain's help a recurrent network to remember? */
public final class WorkingMemory implements Kind<WorkingMemoryConfig> {
  /** Multiplications of a core in a second, roughly. */
  private static final double SPEED = 3e10;

  @Override
  public String name() {
    return "working-memory";
  }

  @Override
  public String summary() {
    return "Trains a recurrent network wired like a brain, or like a null model of one, to"
        + " remember.";
  }

  @Override
  public Class<WorkingMemoryConfig> schema() {
    return WorkingMemoryConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("wiring", "task", "network");
  }

  @Override
  public void check(WorkingMemoryConfig config, Problems problems) {
    WiringSection wiring = config.wiring();
    boolean generated = RegionGenerator.named(wiring.connectome()).isPresent();
    boolean all = wiring.connectome().equals(Template.ALL_TO_ALL);
    if (!generated && !all && wiring.folder().isEmpty() && !Template.fetched(wiring)) {
      problems.add(
          "wiring.connectome",
          "\""
              + wiring.connectome()
              + "\" is not generated (macaque-like, fly-like, all-to-all); name the folder of its"
              + " files in wiring.folder, or fetch it: homeostat data list connectome:"
              + wiring.connectome());
    }
    nullModel(wiring.nullModel(), problems);
    if (all && !wiring.nullModel().equals("none")) {
      problems.add("wiring.null_model", "has no effect on an all-to-all network");
    }
    if (wiring.counts().isPresent() && wiring.density() != WiringSection.Density.NONE) {
      problems.add("wiring.density", "counts are given too; keep one of the two");
    }
    if (!MemoryTasks.names().contains(config.task().name())) {
      problems.add("task.name", unknown(config.task().name(), MemoryTasks.names()));
    } else if (!config.task().file().isEmpty()
        && MemoryTasks.ignores(config.task().name(), "file")) {
      problems.add(
          "task.file",
          "has no effect on "
              + config.task().name()
              + ", which draws its trials; set task.name = \"file\" to train on those of the file");
    }
    if (List.of("nback_mem", "pic_latent_mem", "pic_mem").contains(config.task().name())
        && config.task().nBack() >= config.task().trialLength()) {
      problems.add(
          "task.n_back", "must be below task.trial_length, " + config.task().trialLength());
    }
    double used = config.task().trainSize() + config.task().testSize();
    if (used >= 1) {
      problems.add(
          "task.test_size",
          "must be below "
              + (1 - config.task().trainSize())
              + ", what task.train_size leaves, so that some trials validate");
    }
    UnreadSettings.tell(config, problems);
  }

  private static void nullModel(String model, Problems problems) {
    String key = "wiring.null_model";
    Map<String, String> useless =
        Map.of(
            "sign_shuffle",
            "needs weights of both signs, and those between regions are all above 0",
            "geometry_preserving",
            "needs to know where the nodes are, and no file of regions tells");
    List<String> nulls =
        NullModel.all().stream()
            .map(NullModel::name)
            .filter(name -> !useless.containsKey(name))
            .toList();
    if (useless.containsKey(model)) {
      problems.add(key, model + " " + useless.get(model));
    } else if (!model.equals("none") && !nulls.contains(model)) {
      problems.add(key, unknown(model, nulls) + ", or none");
    }
  }

  private static String unknown(String name, List<String> names) {
    return "there is no \""
        + name
        + "\""
        + Nearest.of(name, names).map(near -> "; did you mean \"" + near + "\"?").orElse(".")
        + " There are "
        + String.join(", ", names);
  }

  @Override
  public List<Path> inputs(WorkingMemoryConfig config) {
    List<Path> files = new ArrayList<>(Template.files(config.wiring()));
    if (!config.task().file().isEmpty()) {
      files.add(Path.of(config.task().file()));
    }
    String pretrained = Combination.in(config.network().pretrained(), config);
    if (!pretrained.isEmpty()) {
      files.addAll(Pretrained.files(pretrained));
    }
    return files;
  }

  @Override
  public Estimate estimate(WorkingMemoryConfig config, RunSettings settings) {
    long units = units(config);
    long trials = config.task().nrOfTrials();
    long steps = steps(config);
    long batch = Math.min(trials, config.training().batchSize());
    long passes = 3 * 4L * batch * steps * units * 6;
    double work = 2.6 * trials * steps * units * (units + 8.0);
    return new Estimate(
        Estimate.PROCESS
            + (config.training().analysis() ? 280 : 200) * units * units
            + passes
            + 16 * trials * steps * 8,
        config.training().epochs(),
        work / SPEED,
        "lower wiring.neurons ("
            + config.wiring().neurons()
            + ") or training.batch_size ("
            + batch
            + ")");
  }

  private static long units(WorkingMemoryConfig config) {
    WiringSection wiring = config.wiring();
    if (wiring.connectome().equals(Template.ALL_TO_ALL)) {
      return config.network().units();
    }
    if (wiring.counts().isPresent()) {
      return wiring.counts().get().stream().mapToLong(Integer::longValue).sum();
    }
    if (wiring.density() == WiringSection.Density.TOTAL) {
      return wiring.densityNumber();
    }
    return (long) wiring.neurons() * Template.regions(wiring, 1).size();
  }

  private static long steps(WorkingMemoryConfig config) {
    return switch (config.task().name()) {
      case "seq_mem" -> 2L * config.task().patternLength() + 1;
      case "nback_mem" -> config.task().trialLength() + 1L;
      case "pic_latent_mem", "pic_mem" -> config.task().trialLength() + 2L;
      case "delayed_copy" -> cognitive(config, 300 + 600.0 * config.task().patternLength());
      case "perceptual_decision_delayed" -> cognitive(config, 6650);
      case "context_decision" -> cognitive(config, 4150);
      default -> Math.max(20, cognitive(config, 3000));
    };
  }

  /** Steps of a trial of some milliseconds and the delay. */
  private static long cognitive(WorkingMemoryConfig config, double ms) {
    return (long) ((ms + config.task().delay()) / config.task().dt());
  }

  @Override
  public Experiment<?> open(WorkingMemoryConfig config, Setup setup) {
    long seed = setup.seed();
    MemoryTask task = MemoryTasks.of(config.task());
    Trials all = MemoryTasks.draw(task, Stream.of(seed, "memory.trials"));
    TrialSplit split =
        TrialSplit.of(
            all,
            config.task().trainSize(),
            config.task().testSize(),
            Stream.of(seed, "memory.split"));
    if (split.train().trials() == 0 || split.validate().trials() == 0) {
      throw new UserError(
          "task.nr_of_trials: " + all.trials() + " trials leave none to train or validate with");
    }
    if (config.task().testSize() > 0 && split.test().trials() == 0) {
      throw new UserError("task.test_size: of " + all.trials() + " trials that share is none");
    }
    if (config.training().fixationWeight() > 0 && !task.classifies()) {
      throw new UserError(
          "training.fixation_weight: "
              + config.task().name()
              + " answers with values; only classes have a fixation");
    }
    NetworkSection network = config.network();
    String pretrained = Combination.in(network.pretrained(), config);
    Template template =
        pretrained.isEmpty()
            ? Template.of(config.wiring(), network.units(), seed)
            : Pretrained.template(pretrained);
    template
        .provenance()
        .warnings()
        .forEach(one -> setup.note().accept("wiring: " + one.what() + " (" + one.count() + ")"));
    return new MemoryExperiment(
        config.training(),
        template,
        new MemoryExperiment.Judging(task.classifies(), split.test().trials() > 0),
        () -> {
          MemoryNetwork made =
              new MemoryNetwork(
                  network, config.training(), template, task, split, seed, setup.parallel());
          if (!pretrained.isEmpty()) {
            made.begin(Pretrained.weights(pretrained));
          }
          return made;
        });
  }
}
