package homeostat.kinds.dale.config;

import homeostat.lab.config.Key;

/** {@code [data]} of sequences. */
public record SequenceDataSection(
    @Key(
            value = "Folder with the data set; empty looks in the cache and where packages put it.",
            or = "\"\"",
            also = "exp.data_dir")
        String dir,
    @Key(value = "What a step of the sequence is: a row of pixels, or one pixel.", or = "\"rows\"")
        Order order,
    @Key(
            value =
                "Largest random shift f of brightness, x <- clip(x + r, 0, 1) with r ~ U(-f, f) for"
                    + " each image in each epoch; white is 1.",
            min = 0,
            max = 1,
            or = "0.75",
            also = "data.brightness")
        double brightnessFactor,
    @Key(
            value =
                "Fixed shift of the images that judge; 0 shifts them as in training, always by the"
                    + " same draws.",
            min = -1,
            max = 1,
            or = "0.0",
            also = "data.brightness_eval")
        double brightnessFactorEval,
    @Key(
            value = "Whether the contrast of each image is stretched by a random lower bound.",
            or = "false")
        boolean contrastJitter,
    @Key(value = "Largest lower bound of the stretch, of white.", min = 0, max = 0.99, or = "0.2")
        double contrastPercentile,
    @Key(value = "Whether all images have their pixels exchanged in one random way.", or = "false")
        boolean permuted,
    @Key(
            value = "Subtract the mean of each colour.",
            or = "false",
            inert = "these layers need inputs of at least 0, so no mean is subtracted")
        boolean subtractMean) {

  /** What a step of the sequence is. */
  public enum Order {
    ROWS,
    PIXELS
  }

  /** The same of still images. */
  public DataSection still() {
    return new DataSection(
        dir,
        brightnessFactor,
        brightnessFactorEval,
        contrastJitter,
        contrastPercentile,
        permuted,
        subtractMean);
  }
}
