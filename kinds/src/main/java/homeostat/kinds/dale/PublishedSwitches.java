package homeostat.kinds.dale;

import homeostat.dale.network.Architecture;
import homeostat.dale.network.Norm;
import homeostat.kinds.dale.config.LnFeedback;
import homeostat.kinds.dale.config.ModelSection;
import homeostat.lab.config.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * What the published switches of a model mean together. The same names meant different things in
 * the program with homeostasis and in the one without.
 *
 * @param architecture of the hidden layers
 * @param norm between a hidden layer and its non-linearity
 * @param trainExcitation whether the task trains anything
 */
public record PublishedSwitches(Architecture architecture, Norm norm, boolean trainExcitation) {

  /** What a section means. */
  public static PublishedSwitches of(ModelSection model) {
    boolean plain = plain(model);
    Architecture architecture =
        model.arch().orElseGet(() -> plain ? withoutHomeostasis(model) : homeostatic(model));
    boolean excitation = model.trainExcitation();
    if (architecture.homeostatic()) {
      excitation &= model.excitationTraining().orElse(1) == 1;
    }
    return new PublishedSwitches(architecture, norm(model, architecture), excitation);
  }

  /** Whether the switches are those of the program without homeostasis. */
  private static boolean plain(ModelSection model) {
    return model.homeostasis().orElse(1) == 0;
  }

  private static Architecture withoutHomeostasis(ModelSection model) {
    return model.excitationTraining().orElse(1) == 1 ? Architecture.E_ONLY : Architecture.DANN;
  }

  private static Architecture homeostatic(ModelSection model) {
    return model.shunting().orElse(1) == 1 ? Architecture.HOMEO_FULL : Architecture.HOMEO_MEAN;
  }

  private static Norm norm(ModelSection model, Architecture architecture) {
    if (model.norm().isPresent()) {
      return model.norm().get();
    }
    if (!architecture.normalisable()) {
      return Norm.NONE;
    }
    if (model.normtype().orElse(0) == 1) {
      return Norm.MEAN;
    }
    if (model.divisiveNorm().orElse(0) == 1) {
      return Norm.DIVISIVE;
    }
    return model.layerNorm().orElse(0) == 1 ? Norm.LAYER : Norm.NONE;
  }

  /** Tells of switches that contradict each other or change nothing. */
  static void check(ModelSection model, Problems problems) {
    PublishedSwitches found = of(model);
    Architecture arch = found.architecture();
    if (found.norm() != Norm.NONE && !arch.normalisable()) {
      problems.add(
          "model.norm",
          "%s takes none%s; norm is for mlp, e_only and dann"
              .formatted(word(arch), arch.homeostatic() ? ", it normalises its activity" : ""));
    }
    if (model.arch().isPresent() && model.shunting().isPresent()) {
      Architecture said = homeostatic(model);
      if (said != arch) {
        problems.add("model.shunting", "contradicts model.arch = \"%s\"".formatted(word(arch)));
      }
    }
    if (model.arch().isPresent() && model.homeostasis().isPresent()) {
      boolean said = model.homeostasis().get() == 1;
      if (said != arch.homeostatic()) {
        problems.add("model.homeostasis", "contradicts model.arch = \"%s\"".formatted(word(arch)));
      }
    }
    if (model.norm().isPresent()) {
      List<String> given = new ArrayList<>();
      model.normtype().filter(on -> on == 1).ifPresent(_ -> given.add("normtype"));
      model.divisiveNorm().filter(on -> on == 1).ifPresent(_ -> given.add("divisive_norm"));
      model.layerNorm().filter(on -> on == 1).ifPresent(_ -> given.add("layer_norm"));
      given.forEach(
          key -> problems.add("model." + key, "model.norm says it already; leave it out"));
    }
    if (!arch.homeostatic()) {
      idle(model, arch, problems);
    }
    boolean switched =
        model.homeostasis().isPresent()
            || model.shunting().isPresent()
            || model.excitationTraining().isPresent();
    if (model.arch().isEmpty() && switched) {
      problems.warn(
          "model.arch",
          "the published switches mean arch = \"%s\", norm = \"%s\", train_excitation = %s"
              .formatted(
                  word(arch),
                  found.norm().name().toLowerCase(java.util.Locale.ROOT),
                  found.trainExcitation()));
    }
    if (model.taskOptInhib() == 1 && !found.trainExcitation()) {
      problems.warn("model.task_opt_inhib", "changes nothing where the task trains nothing");
    }
    normalisation(model, found, problems);
    boolean ownSwitch = arch.homeostatic() || (plain(model) && model.arch().isEmpty());
    if (model.excitationTraining().isPresent() && !ownSwitch) {
      problems.warn("model.excitation_training", "changes nothing where model.arch is given");
    }
  }

  /** Switches of what is done to gradients, where nothing is: published grids have them all. */
  private static void normalisation(
      ModelSection model, PublishedSwitches found, Problems problems) {
    boolean full = found.architecture() == Architecture.HOMEO_FULL;
    boolean detached = model.normtypeDetach() == 1;
    if (model.lnFeedback() != LnFeedback.FULL && (!full || detached)) {
      problems.warn(
          "model.ln_feedback",
          detached
              ? "changes nothing with model.normtype_detach = 1"
              : "changes nothing in %s; it is for homeo_full"
                  .formatted(word(found.architecture())));
    }
    boolean normalised = found.architecture().homeostatic() || found.norm() != Norm.NONE;
    if (detached && !normalised) {
      problems.warn("model.normtype_detach", "changes nothing where activity is not normalised");
    }
  }

  /** Switches of local losses, where there are none. */
  private static void idle(ModelSection model, Architecture arch, Problems problems) {
    String why = "needs a homeostatic network; model.arch is \"" + word(arch) + "\"";
    if (model.implicitHomeostaticLoss() == 1) {
      problems.add("model.implicit_homeostatic_loss", why);
    }
    if (model.taskOptInhib() == 1) {
      problems.add("model.task_opt_inhib", why);
    }
    if (model.homeoOptExc() == 1) {
      problems.add("model.homeo_opt_exc", why);
    }
    if (model.homeostaticAnnealing() != homeostat.kinds.dale.config.Annealing.NONE) {
      problems.add("model.homeostatic_annealing", why);
    }
  }

  private static String word(Architecture architecture) {
    return architecture.name().toLowerCase(java.util.Locale.ROOT);
  }
}
