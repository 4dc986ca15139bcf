package homeostat.kinds.dale.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [train]} of sequences: as of still images, with the published batch of 128. */
public record SequenceTrainSection(
    @Key(
            value =
                "The data set: fashion-mnist, mnist, kmnist or cifar-10; the published spellings"
                    + " without hyphen mean the same.",
            or = "\"fashion-mnist\"")
        String dataset,
    @Key(
            value = "Images in a batch; the last of an epoch may have fewer.",
            unit = "images",
            min = 2,
            max = 100_000,
            or = "128")
        int batchSize,
    @Key(value = "Passes over the training images.", min = 1, max = 100_000, or = "50") int epochs,
    @Key(
            value = "Seed of everything random; the published name of run.seed.",
            feeds = "seed",
            min = 0)
        Optional<Long> seed,
    @Key(
            value =
                "Learn from all training images and judge by the test images; else judge by"
                    + " training images that are kept apart.",
            or = "true")
        boolean useTestset,
    @Key(
            value = "Training images kept apart where use_testset is false.",
            unit = "images",
            min = 1,
            or = "10000")
        int validation,
    @Key(
            value =
                "Whether each epoch has a random order; the published programs kept the file's.",
            or = "true")
        boolean shuffle,
    @Key(value = "Smoothing of labels in the loss.", min = 0, max = 1, or = "0.1")
        double labelSmoothing) {

  /** The same of still images. */
  public TrainSection still() {
    return new TrainSection(
        dataset, batchSize, epochs, seed, useTestset, validation, shuffle, labelSmoothing);
  }
}
