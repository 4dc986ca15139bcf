package homeostat.kinds.disinhibition.config;

import homeostat.disinhibition.feedback.Jacobian;
import homeostat.disinhibition.rule.Rule;
import homeostat.lab.config.Key;
import java.util.Locale;

/** {@code [trainer]}: the learning rule and its feedback. */
public record TrainerSection(
    @Key(
            value =
                "Back-propagation, or a local rule under control; the local ones need model.vf.name"
                    + " = \"dale\".",
            or = "\"bp\"")
        Form name,
    @Key(value = "Whether all images of a batch share the mean feedback weights.", or = "false")
        boolean averageFbWeights,
    @Key(
            value = "Share of the mean feedback weights that is kept from batch to batch.",
            min = 0,
            max = 0.99999,
            or = "0.0")
        double fbDecay,
    @Key(value = "Whether feedback weights are clipped.", or = "false") boolean clipFbWeights,
    @Key(value = "Largest feedback weight, if they are clipped.", min = 0, above = true, or = "1.0")
        double clipVal,
    @Key(value = "Whether each layer's feedback weights are scaled to norm_val.", or = "true")
        boolean normFbWeights,
    @Key(value = "Frobenius norm of feedback weights.", min = 0, above = true, or = "1.0")
        double normVal,
    @Key(
            value =
                "What feedback weights are made of: the published Jacobian, which takes the loop of"
                    + " a pair as open, or that of the equilibrium.",
            or = "\"feedforward\"")
        Jacobian fbJacobian,
    @Key(value = "Whether the controller aims at the target; else at a nudged output.", or = "true")
        boolean strongFb,
    @Key(
            value = "How far the output is nudged to the target, without strong_fb.",
            min = 0,
            above = true,
            max = 1,
            or = "0.015")
        double targetNudge,
    @Key(
            value = "Share of a batch in the running mean inhibition of lin-thresh.",
            min = 0,
            above = true,
            max = 1,
            or = "1.0")
        double avgInhLambda,
    @Key(
            value = "Running mean inhibition before the first batch.",
            min = 0,
            above = true,
            or = "0.8")
        double avgInhInit,
    @Key(
            value = "Batches from one comparison with the true gradient to the next; 0 is never.",
            unit = "batches",
            min = 0,
            or = "20")
        int angleEvery) {

  /** The rules under their published names. */
  public enum Form {
    BP(Rule.BACK_PROPAGATION),
    EXACT_INV(Rule.EXACT_INVERSE),
    LIN_THRESH(Rule.LINEAR_THRESHOLD);

    private final Rule rule;

    Form(Rule rule) {
      this.rule = rule;
    }

    /** The rule. */
    public Rule rule() {
      return rule;
    }

    /** As published, with hyphens. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether the rule needs a controller. */
  public boolean local() {
    return name != Form.BP;
  }
}
