package homeostat.kinds.memory;

import homeostat.connectome.nulls.WattsStrogatz;
import homeostat.connectome.region.RegionGenerator;
import homeostat.kinds.memory.config.TaskSection;
import homeostat.kinds.memory.config.WiringSection;
import homeostat.kinds.memory.config.WorkingMemoryConfig;
import homeostat.lab.config.Problems;

/** Settings that say nothing about the network and the task that a config describes. */
final class UnreadSettings {
  private static final String[] WIRED = {
    "folder",
    "orientation",
    "neurons",
    "counts",
    "density",
    "density_number",
    "nan_policy",
    "target_sparsity",
    "intrinsic_conn",
    "target_sparsity_intrinsic",
    "intrinsic_wei",
    "intrinsic_of",
    "partition",
    "keep_diag",
    "template_orientation",
    "null_level",
    "null_probability",
    "mapping_seed"
  };

  private static final String[] OF_TASKS = {
    "nr_of_trials",
    "pattern_length",
    "trial_length",
    "n_back",
    "rescale",
    "match",
    "delay",
    "dt",
    "sigma",
    "dim_ring",
    "answers"
  };

  private UnreadSettings() {}

  /** Tells them. */
  static void tell(WorkingMemoryConfig config, Problems problems) {
    String pretrained = "network.pretrained brings weights and wiring";
    if (!config.network().pretrained().isEmpty()) {
      problems.unused("wiring", pretrained);
      problems.unused("network.remap_w", pretrained);
      problems.unused("network.units", pretrained);
    } else if (config.wiring().connectome().equals(Template.ALL_TO_ALL)) {
      String all = "in an all-to-all network every unit contacts every other";
      for (String key : WIRED) {
        problems.unused("wiring." + key, all);
      }
      problems.unused("network.remap_w", all);
    } else {
      problems.unused("network.units", "the connectome and wiring.neurons say how many there are");
      mapped(config.wiring(), problems);
    }
    task(config.task(), problems);
    if (config.task().name().equals("seq_mem")) {
      problems.unused("training.fixation_weight", "seq_mem answers with values, not classes");
    }
  }

  private static void mapped(WiringSection wiring, Problems problems) {
    if (RegionGenerator.named(wiring.connectome()).isPresent()) {
      String generated = wiring.connectome() + " is generated";
      problems.unused("wiring.folder", generated);
      problems.unused("wiring.orientation", generated);
    }
    if (wiring.counts().isPresent()) {
      problems.unused("wiring.neurons", "wiring.counts lists the neurons of every region");
    } else if (wiring.density() != WiringSection.Density.NONE) {
      problems.unused("wiring.neurons", "wiring.density says how many there are");
    }
    if (wiring.density() == WiringSection.Density.NONE) {
      problems.unused("wiring.density_number", "wiring.density is \"none\"");
      problems.unused("wiring.nan_policy", "wiring.density is \"none\"");
    }
    if (!wiring.intrinsicConn()) {
      String[] within = {"target_sparsity_intrinsic", "intrinsic_wei", "intrinsic_of", "keep_diag"};
      for (String key : within) {
        problems.unused("wiring." + key, "wiring.intrinsic_conn is false");
      }
    }
    if (wiring.nullModel().equals("none")) {
      problems.unused("wiring.null_level", "wiring.null_model is \"none\"");
    }
    if (!wiring.nullModel().equals(WattsStrogatz.NAME)) {
      problems.unused("wiring.null_probability", "only watts_strogatz reads it");
    }
  }

  private static void task(TaskSection task, Problems problems) {
    for (String key : OF_TASKS) {
      if (MemoryTasks.ignores(task.name(), key)) {
        problems.unused("task." + key, task.name() + " does not read it");
      }
    }
  }
}
