package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [dataset]}: images, labels and loss. */
public record DatasetSection(
    @Key(
            value = "MNIST, FashionMNIST, or any set that `homeostat data list` shows.",
            or = "\"FashionMNIST\"")
        String name,
    @Key(
            value = "Folder with the data set; empty looks in the cache and where packages put it.",
            or = "\"\"")
        String path,
    @Key(
            value = "What is done with the images.",
            or = "\"classification\"",
            inert = "all image sets here have classes")
        String task,
    @Key(value = "Numbers of an image.", inert = "the data set tells") Optional<Integer> dimInput,
    @Key(value = "Number of classes.", inert = "the data set tells") Optional<Integer> dimOutput,
    @Key(
            value = "Share of the training images, its first ones, kept apart to choose by.",
            min = 0,
            max = 0.9,
            or = "0.1")
        double validSplit,
    @Key(
            value = "Share of the training batches that OL_eval_on_train judges.",
            name = "OL_eval_subset_split",
            min = 0,
            above = true,
            max = 1,
            or = "0.1")
        double evaluatedShare,
    @Key(
            value =
                "Whether targets are softened; the published files say true, and their program"
                    + " never did it.",
            or = "false")
        boolean softTargets,
    @Key(value = "Softened target of the right class.", min = 0, above = true, max = 1, or = "0.99")
        double softTargetVal,
    @Key("The loss.") LossSection loss) {

  /** The name of the image set. */
  public String set() {
    return switch (name) {
      case "MNIST" -> "mnist";
      case "FashionMNIST" -> "fashion-mnist";
      default -> name;
    };
  }
}
