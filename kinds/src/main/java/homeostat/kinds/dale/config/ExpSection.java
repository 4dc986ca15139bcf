package homeostat.kinds.dale.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [exp]}: accepted for published command lines. */
public record ExpSection(
    @Key(value = "Name of the run; the published name of run.name.", feeds = "name")
        Optional<String> name,
    @Key(value = "1 asks for a remote tracker.", min = 0, max = 1, or = "0") int useWandb,
    @Key(value = "Project of a remote tracker.", inert = "metrics are recorded in the run's folder")
        Optional<String> wandbProject,
    @Key(value = "Team of a remote tracker.", inert = "metrics are recorded in the run's folder")
        Optional<String> wandbEntity,
    @Key(value = "Tag of a remote tracker.", inert = "metrics are recorded in the run's folder")
        Optional<String> wandbTag,
    @Key(value = "Folder of checkpoints.", inert = "checkpoints are in the run's folder")
        Optional<String> ckptDir,
    @Key(value = "Processes that load data.", inert = "images are in memory")
        Optional<Integer> numWorkers,
    @Key(value = "Half precision.", inert = "everything is computed in float32, sums in float64")
        Optional<Boolean> useAutocast,
    @Key(value = "Epochs between log lines.", inert = "every epoch is logged")
        Optional<Integer> logInterval,
    @Key(value = "Save results.", inert = "results are always saved") Optional<Boolean> saveResults,
    @Key(value = "Save the model.", inert = "the model is always saved")
        Optional<Integer> saveModel) {}
