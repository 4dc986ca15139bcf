package homeostat.kinds.image.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [data]}: the images and how they are seen. */
public record DataSection(
    @Key(
            value = "The data set; `homeostat data list` shows which there are.",
            or = "\"fashion-mnist\"")
        String set,
    @Key(
            value = "Folder with the data set; empty looks in the cache and where packages put it.",
            or = "\"\"")
        String dir,
    @Key(
            value = "How an image is seen: all at once, a row a step, or a pixel a step.",
            or = "\"flat\"")
        Order order,
    @Key(value = "Whether all images have their pixels exchanged in one random way.", or = "false")
        boolean permuted,
    @Key(
            value = "Training images kept apart, to choose settings by.",
            unit = "images",
            min = 0,
            or = "0")
        int validation,
    @Key(value = "Whether each epoch has a random order; else that of the file.", or = "true")
        boolean shuffled,
    @Key(
            value =
                "Largest random shift of brightness, drawn for each image in each epoch; white is"
                    + " 1.",
            min = 0,
            max = 1,
            or = "0.0")
        double brightness,
    @Key(
            value = "Fixed shift of the test images; without it they are shifted as in training.",
            min = -1,
            max = 1)
        Optional<Double> brightnessTest,
    @Key(
            value = "Largest lower bound of a random stretch of contrast; 0 is none.",
            unit = "grey levels",
            min = 0,
            max = 254,
            or = "0.0")
        double contrast) {

  /** How an image becomes a sequence. */
  public enum Order {
    FLAT,
    ROWS,
    PIXELS
  }
}
