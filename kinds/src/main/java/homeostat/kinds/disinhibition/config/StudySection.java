package homeostat.kinds.disinhibition.config;

import homeostat.disinhibition.feedback.Jacobian;
import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code [study]}: under which control updates are compared with the true gradient. */
public record StudySection(
    @Key(
            value =
                "weights/final.npz of a disinhibitory-classifier of the same network; without it"
                    + " the weights are as before training.")
        Optional<Path> weights,
    @Key(value = "Rules; bp is the truth itself.", or = "[\"exact-inv\", \"lin-thresh\"]")
        List<TrainerSection.Form> rules,
    @Key(value = "What feedback weights are made of.", or = "[\"feedforward\", \"equilibrium\"]")
        List<Jacobian> jacobians,
    @Key(
            value = "Gains K of the control, c = K e.",
            min = 0,
            above = true,
            or = "[0.001, 0.01, 0.1, 0.6, 2.0]")
        double[] gains,
    @Key(
            value = "Frobenius norms of feedback weights; 0 leaves them as they are.",
            min = 0,
            or = "[1.0, 4.0, 16.0]")
        double[] norms,
    @Key(value = "Images in a batch.", min = 1, max = 10_000, or = "100") int batchsize,
    @Key(value = "Batches that a comparison is the mean of.", min = 1, max = 100, or = "2")
        int batches) {}
