package homeostat.disinhibition.rule;

import homeostat.disinhibition.circuit.Settled;

/**
 * What a batch gave beside its gradients.
 *
 * @param open score of the outputs without control
 * @param taught score of the outputs that learning used: under control for the local rules, else
 *     the same
 * @param settledOpen how the steady state without control was found
 * @param settledClosed how that under control was found; nothing for back-propagation
 * @param zeroFeedback feedback matrices of norm zero, which could not be normalised
 */
public record Outcome(
    Score open, Score taught, Settled settledOpen, Settled settledClosed, long zeroFeedback) {

  /** Of both together. */
  Outcome and(Outcome other) {
    return new Outcome(
        open.and(other.open),
        taught.and(other.taught),
        settledOpen.and(other.settledOpen),
        settledClosed.and(other.settledClosed),
        zeroFeedback + other.zeroFeedback);
  }
}
