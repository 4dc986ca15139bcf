package homeostat.kinds.memory.config;

import homeostat.lab.config.Key;

/** {@code [task]}: trials and their division. */
public record TaskSection(
    @Key(
            value =
                "seq_mem, nback_mem, pic_latent_mem, pic_mem, delayed_match, delayed_copy,"
                    + " perceptual_decision, perceptual_decision_delayed, context_decision,"
                    + " go_nogo, parametric_memory, file, or a task of your own.",
            or = "\"seq_mem\"")
        String name,
    @Key(
            value = "Trials to draw; tasks of matching draw as many that match and as many others.",
            unit = "trials",
            min = 2,
            max = 1_000_000,
            or = "500")
        int nrOfTrials,
    @Key(
            value = "Share of the trials to train on; the rest validate.",
            min = 0.01,
            max = 0.99,
            or = "0.8")
        double trainSize,
    @Key(
            value =
                "Share of the trials that neither train nor validate: their loss is logged beside"
                    + " and told for the epoch of the lowest validation loss.",
            min = 0,
            max = 0.98,
            or = "0.0")
        double testSize,
    @Key(
            value = "Numbers in a sequence of seq_mem, symbols in one of delayed_copy.",
            min = 1,
            max = 10_000,
            or = "3")
        int patternLength,
    @Key(value = "Items of an n-back trial.", min = 2, max = 10_000, or = "5") int trialLength,
    @Key(value = "How many items back the last one is compared with.", min = 1, or = "2") int nBack,
    @Key(value = "Whether pictures are scaled to 0 to 1.", or = "true") boolean rescale,
    @Key(
            value = "Whether a match is the same picture or one of the same class.",
            or = "\"picture\"")
        Match match,
    @Key(
            value =
                "NPZ with a bank of pictures (images, labels) of pic_latent_mem and pic_mem, or"
                    + " with trials (X, Y, mask) of file.",
            or = "\"\"")
        String file,
    @Key(
            value =
                "What Y of file is: values, or classes; auto takes whole numbers of 0 and up for"
                    + " classes.",
            or = "\"auto\"")
        Answers answers,
    @Key(
            value =
                "Delay of delayed_match, delayed_copy, go_nogo and parametric_memory; that of"
                    + " context_decision and perceptual_decision_delayed is drawn,"
                    + " perceptual_decision has none.",
            unit = "ms",
            min = 0,
            or = "1000.0")
        double delay,
    @Key(
            value = "Time step of the cognitive tasks.",
            unit = "ms",
            min = 0,
            above = true,
            or = "100.0")
        double dt,
    @Key(value = "Input noise of the cognitive tasks, for a step of 1 ms.", min = 0, or = "1.0")
        double sigma,
    @Key(
            value = "Directions of delayed_match, symbols of delayed_copy.",
            min = 2,
            max = 1000,
            or = "2")
        int dimRing) {

  /** What the answers of a file are. */
  public enum Answers {
    AUTO,
    VALUES,
    CLASSES
  }

  /** What counts as a match. */
  public enum Match {
    PICTURE,
    CLASS
  }
}
