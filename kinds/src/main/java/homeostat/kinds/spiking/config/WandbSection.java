package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.List;
import java.util.Optional;

/** {@code [wandb]}: accepted for published files; metrics stay in the run's folder. */
public record WandbSection(
    @Key(
            value = "Upload metrics.",
            or = "false",
            inert = "metrics are recorded in the run's folder")
        boolean enabled,
    @Key(value = "Project name.", inert = "metrics are recorded in the run's folder")
        Optional<String> project,
    @Key(value = "Team name.", inert = "metrics are recorded in the run's folder")
        Optional<String> entity,
    @Key(value = "Tags.", inert = "metrics are recorded in the run's folder")
        Optional<List<String>> tags,
    @Key(value = "Notes.", inert = "metrics are recorded in the run's folder")
        Optional<String> notes) {}
