package homeostat.disinhibition.rule;

import homeostat.disinhibition.ControlLoss;
import homeostat.disinhibition.LeakyController;
import homeostat.disinhibition.feedback.FeedbackSettings;

/**
 * A learning rule and what it works with.
 *
 * @param rule the rule
 * @param loss of the output
 * @param controller that the local rules are taught by
 * @param feedback weights from control to hidden units
 * @param toReadout whether the control also reaches the output
 * @param strong whether the controller aims at the target itself, else at the output nudged to it
 * @param nudge how far, if it is nudged
 * @param inhibitionShare share of a batch's mean inhibitory rate in the running mean
 * @param inhibitionStart running mean before the first batch
 */
public record RuleSettings(
    Rule rule,
    ControlLoss loss,
    LeakyController controller,
    FeedbackSettings feedback,
    boolean toReadout,
    boolean strong,
    double nudge,
    double inhibitionShare,
    double inhibitionStart) {

  /** The published settings of a rule, with cross-entropy. */
  public static RuleSettings published(Rule rule) {
    return new RuleSettings(
        rule,
        ControlLoss.SOFTMAX_CROSS_ENTROPY,
        new LeakyController(0.2, 0.4, 1, 0.1),
        FeedbackSettings.PUBLISHED,
        true,
        true,
        0.015,
        1,
        0.8);
  }

  /** Equal but for the feedback weights. */
  public RuleSettings withFeedback(FeedbackSettings other) {
    return new RuleSettings(
        rule, loss, controller, other, toReadout, strong, nudge, inhibitionShare, inhibitionStart);
  }

  public RuleSettings {
    if (!(nudge > 0 && inhibitionShare > 0 && inhibitionShare <= 1 && inhibitionStart > 0)) {
      throw new IllegalArgumentException(
          "nudge "
              + nudge
              + " and inhibitionStart "
              + inhibitionStart
              + " must be positive, inhibitionShare "
              + inhibitionShare
              + " lie in (0, 1]");
    }
  }
}
