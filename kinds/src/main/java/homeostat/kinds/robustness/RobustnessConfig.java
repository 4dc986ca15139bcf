package homeostat.kinds.robustness;

import homeostat.lab.config.Key;
import java.util.List;

/** Config of {@code image-robustness}. */
public record RobustnessConfig(
    @Key("Folders of runs that trained classifiers of images.") List<String> of,
    @Key(value = "Which state of a run is looked at.", or = "\"last\"") Checkpoint checkpoint,
    @Key("The changes of the images.") Changes changes,
    @Key("Adaptation without labels.") Adaptation adaptation) {

  /** Which state of a run is looked at. */
  public enum Checkpoint {
    LAST,
    BEST
  }

  /**
   * {@code [changes]}. A pixel x becomes clip(x + shift, 0, 1), clip(0.5 + contrast (x - 0.5), 0,
   * 1), or clip(x + noise n, 0, 1) with n normal.
   */
  public record Changes(
      @Key(
              value = "Fixed shifts of brightness.",
              min = -1,
              max = 1,
              or = "[-0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75]")
          double[] shifts,
      @Key(value = "Factors of contrast.", min = 0, or = "[0.25, 0.5, 0.75, 1.5, 2.0]")
          double[] contrasts,
      @Key(value = "Deviations of noise.", min = 0, or = "[0.1, 0.2, 0.3, 0.5]") double[] noises,
      @Key(
              value = "Test images that are looked at.",
              unit = "images",
              min = 100,
              max = 1_000_000,
              or = "10000")
          int images) {}

  /** {@code [adaptation]}. */
  public record Adaptation(
      @Key(
              value =
                  "How networks that can adapt to each shift of brightness, beginning anew for"
                      + " each.",
              or =
                  "[\"layer\", \"unit_tonic\", \"unit_shunt\", \"unit_wei\", \"unit_both\","
                      + " \"batch_statistics\", \"entropy\"]")
          List<Method> methods,
      @Key(
              value = "Images in a batch; of the last images, those that fill none are left out.",
              unit = "images",
              min = 2,
              max = 10_000,
              or = "100")
          int batch,
      @Key(
              value = "Shifts at which networks also adapt image by image.",
              min = -1,
              max = 1,
              or = "[-0.5, 0.5]")
          double[] singleShifts,
      @Key(
              value = "Time in which a unit comes back to its set point.",
              unit = "images",
              min = 1,
              or = "200.0")
          double timeConstant,
      @Key(
              value = "Training images that set points are taken from.",
              unit = "images",
              min = 100,
              max = 1_000_000,
              or = "10000")
          int setPointImages,
      @Key(
              value = "Images that the moments of training count for beside those of the batch.",
              unit = "images",
              min = 0,
              or = "16.0")
          double priorImages,
      @Key(value = "Rate of gains and offsets where entropy is minimised.", min = 0, or = "0.01")
          double entropyRate) {}
}
