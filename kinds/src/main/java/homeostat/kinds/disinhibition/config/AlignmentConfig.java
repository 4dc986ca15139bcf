package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;

/** Config of {@code credit-alignment}. */
public record AlignmentConfig(
    @Key("What is compared.") StudySection study,
    @Key("The images.") DatasetSection dataset,
    @Key("The network; its weights are drawn, or those of a run.") ModelSection model) {}
