package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.Optional;

/** Config of {@code disinhibitory-classifier}, with the published names of sections and keys. */
public record ClassifierConfig(
    @Key(value = "Passes over the training images.", min = 1, max = 1_000_000, or = "50")
        int epochs,
    @Key(value = "Images in a batch.", unit = "images", min = 1, max = 60_000, or = "100")
        int batchsize,
    @Key(
            value = "Whether each epoch also judges a part of the training images without control.",
            name = "OL_eval_on_train",
            or = "false")
        boolean evaluatedOnTrain,
    @Key(value = "Seed of everything random.", min = 0, feeds = "seed") Optional<Long> seed,
    @Key(value = "Folder that runs go to.", feeds = "dir") Optional<Path> outDir,
    @Key(
            value = "Where the published program computed.",
            or = "\"cpu\"",
            inert = "there is one kind of machine here, the processor")
        String device,
    @Key(value = "Which GPU.", or = "0", inert = "everything runs on the processor") int gpuId,
    @Key("The images.") DatasetSection dataset,
    @Key("The network, and how it comes to its steady states.") ModelSection model,
    @Key("The optimiser.") OptimizerSection optimizer,
    @Key("The learning rule.") TrainerSection trainer) {}
