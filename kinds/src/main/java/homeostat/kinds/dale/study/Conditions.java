package homeostat.kinds.dale.study;

import homeostat.dale.network.Architecture;
import homeostat.dale.network.Norm;
import homeostat.dale.network.Rates;
import homeostat.kinds.dale.DaleClassifier;
import homeostat.kinds.dale.DaleSequenceClassifier;
import homeostat.kinds.dale.PublishedSwitches;
import homeostat.kinds.dale.config.Annealing;
import homeostat.kinds.dale.config.DaleClassifierConfig;
import homeostat.kinds.dale.config.DaleSequenceConfig;
import homeostat.kinds.dale.config.LnFeedback;
import homeostat.kinds.dale.config.ModelSection;
import homeostat.kinds.dale.config.OptSection;
import homeostat.kinds.dale.config.SequenceModelSection;
import homeostat.kinds.dale.study.Trained.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What networks of configs are, in words. */
final class Conditions {
  private static final String FROZEN = "excitation frozen";

  private Conditions() {}

  static Setting of(DaleClassifierConfig config, long seed) {
    ModelSection model = config.model();
    PublishedSwitches switches = PublishedSwitches.of(model);
    Architecture arch = switches.architecture();
    boolean full = arch == Architecture.HOMEO_FULL;
    List<String> words = new ArrayList<>();
    String norm = switches.norm() == Norm.NONE ? "" : " + " + word(switches.norm()) + " norm";
    words.add(word(arch) + norm);
    boolean normalising = arch.homeostatic() || switches.norm() != Norm.NONE;
    if (normalising && model.normtypeDetach() == 1) {
      words.add("detached");
    } else if (full && model.lnFeedback() != LnFeedback.FULL) {
      words.add(word(model.lnFeedback()));
    }
    switches(
        words,
        switches.trainExcitation(),
        model.implicitHomeostaticLoss(),
        model.taskOptInhib(),
        model.homeoOptExc(),
        model.homeostaticAnnealing());
    if (model.feedbackAlignment() == 1) {
      words.add("feedback alignment");
    }
    corrected(words, config.opt());
    double lambda =
        arch.homeostatic() ? config.opt().lambda(full, DaleClassifier.USUAL_LAMBDA) : Double.NaN;
    return new Setting(
        String.join(", ", words),
        config.data().brightnessFactor(),
        lambda,
        pairing(
            config.opt().rates(false),
            model.widths().map(List::toString).orElse(model.hiddenLayerWidth() + ""),
            seed));
  }

  static Setting of(DaleSequenceConfig config, long seed) {
    SequenceModelSection model = config.model();
    boolean homeostatic = model.homeostatic();
    List<String> words = new ArrayList<>();
    String cells = model.cells().word() + " cells";
    words.add(model.normtype() == 1 ? cells + " + layer norm" : cells);
    if (homeostatic) {
      words.add("homeostatic");
    }
    if (homeostatic) {
      switches(
          words,
          model.excitationTraining() == 1,
          model.local() == SequenceModelSection.Local.VARIANCE ? 1 : 0,
          model.taskOptInhib(),
          model.homeoOptExc(),
          model.homeostaticAnnealing());
      if (model.local() == SequenceModelSection.Local.LEGACY) {
        words.add("published local loss");
      }
    } else if (model.excitationTraining() == 0) {
      words.add(FROZEN);
    }
    corrected(words, config.opt());
    return new Setting(
        String.join(", ", words),
        config.data().brightnessFactor(),
        homeostatic ? config.opt().lambda(false, DaleSequenceClassifier.USUAL_LAMBDA) : Double.NaN,
        pairing(
            config.opt().rates(false),
            model.widths().map(List::toString).orElse(model.hiddenLayerWidth() + ""),
            seed));
  }

  private static void switches(
      List<String> words,
      boolean excitation,
      int variance,
      int task,
      int local,
      Annealing annealing) {
    if (!excitation) {
      words.add(FROZEN);
    }
    if (variance == 1) {
      words.add("variance alone");
    }
    if (task == 1) {
      words.add("task to inhibition");
    }
    if (local == 1) {
      words.add("local loss to excitation");
    }
    if (annealing != Annealing.NONE) {
      words.add("annealed " + word(annealing));
    }
  }

  private static void corrected(List<String> words, OptSection opt) {
    if (opt.corrected()) {
      words.add("corrected");
    }
  }

  private static String pairing(Rates rates, String widths, long seed) {
    return "lr %s wd %s wix %s wei %s momentum %s %s widths %s seed %d"
        .formatted(
            rates.lr(),
            rates.decay(),
            rates.wix(),
            rates.wei(),
            rates.momentum(),
            rates.inhibitoryMomentum(),
            widths,
            seed);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
