package homeostat.kinds.dale;

import homeostat.dale.network.Rates;
import homeostat.kinds.dale.config.ExpSection;
import homeostat.kinds.dale.config.TrainSection;
import homeostat.kinds.image.Slices;
import homeostat.lab.Estimate;
import homeostat.lab.config.Nearest;
import homeostat.lab.config.Problems;
import homeostat.task.dataset.ImageSet;
import homeostat.task.dataset.ImageSets;
import homeostat.task.dataset.Part;

/** What both experiments check and estimate. */
final class Checks {
  private Checks() {}

  static void common(TrainSection train, Rates rates, ExpSection exp, Problems problems) {
    String set = Views.name(train.dataset());
    if (!Views.names().contains(set)) {
      String near =
          Nearest.of(set, Views.names()).map(name -> "; did you mean '" + name + "'?").orElse("");
      problems.add(
          "train.dataset",
          "no data set '%s'%s; there are %s".formatted(train.dataset(), near, Views.names()));
    }
    boolean descent = rates.algorithm() == Rates.Algorithm.SGD;
    boolean any = rates.momentum() > 0 || rates.inhibitoryMomentum() > 0;
    if (any && !descent) {
      problems.add("opt.momentum", "has no effect on adamw; use sgd");
    }
    if (rates.nesterov() && !(descent && any)) {
      problems.add("opt.nesterov", "needs algorithm = \"sgd\" and a momentum above 0");
    }
    if (exp.useWandb() == 1) {
      problems.warn(
          "exp.use_wandb",
          "there is no remote tracker yet: metrics are recorded in the run's folder");
    }
  }

  /** A number of interneurons: a fraction of the units, or whole. */
  static void inhibitory(double number, Problems problems) {
    if (number >= 1 && number != Math.rint(number)) {
      problems.add(
          "model.inhibitory",
          "%s is neither below 1, a fraction of the units, nor a whole number".formatted(number));
    }
  }

  /** The data set of a published or clear name. */
  static ImageSet set(String dataset) {
    return ImageSets.installed().named(Views.name(dataset));
  }

  static Estimate estimate(Model model, TrainSection train, int judge, String remedy) {
    ImageSet set = set(train.dataset());
    long bytes = set.parts().stream().mapToLong(Part::bytes).sum();
    long kept = train.useTestset() ? 0 : train.validation();
    long images = Math.max(1, set.trainingImages() - kept);
    int batch = train.batchSize();
    int batches = (int) Math.ceilDiv(images, batch);
    Slices slices = Slices.of(batches, batch, model.multiplications());
    long passes = 4L * (batch + 2L * judge) * model.activity();
    long weights = 20 * model.draw(0).elements();
    double seconds =
        slices.batchesPerStep() * Slices.secondsPerBatch(batch, model.multiplications());
    return new Estimate(
        Estimate.PROCESS + 3 * bytes / 2 + passes + weights,
        (long) train.epochs() * slices.perEpoch(),
        seconds,
        "lower " + remedy);
  }

  /** Mean of a pixel of a data set, white being 1. */
  static double meanPixel(String dataset) {
    return switch (Views.name(dataset)) {
      case "mnist" -> 0.1307;
      case "kmnist" -> 0.1918;
      case "fashion-mnist" -> 0.2860;
      default -> 0.4734;
    };
  }
}
