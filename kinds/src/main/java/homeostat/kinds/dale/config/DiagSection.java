package homeostat.kinds.dale.config;

import homeostat.lab.config.Key;

/** {@code [diag]}: what is measured beside accuracy. */
public record DiagSection(
    @Key(
            value =
                "Batches between measurements of moments, alignment and gradient norms in training;"
                    + " 0 measures at the end of an epoch only.",
            unit = "batches",
            min = 0,
            or = "0")
        int every,
    @Key(value = "Whether the training images are judged after each epoch as well.", or = "true")
        boolean trainAccuracy,
    @Key(value = "Epochs between figures; 0 draws them at the end only.", min = 0, or = "10")
        int figures,
    @Key(
            value = "Images that the figures of homeostasis under changed images look at.",
            unit = "images",
            min = 10,
            max = 1_000_000,
            or = "1000")
        int brightnessImages) {}
