package homeostat.lyapunov.training;

import java.util.List;

/**
 * What is trained.
 *
 * @param weights whether the magnitudes of synapses are
 * @param gains whether the gains are
 * @param shifts whether the shifts are
 * @param sign what keeps a synapse from changing its sign
 */
public record Trained(boolean weights, boolean gains, boolean shifts, Sign sign) {
  public Trained {
    if (!weights && !gains && !shifts) {
      throw new IllegalArgumentException(
          "nothing is trained: choose weights, gains, shifts or several");
    }
  }

  /** What keeps a synapse from changing its sign. */
  public enum Sign {
    /** Nothing: a magnitude may become negative, as in the published program. */
    FREE,
    /** A magnitude below 0 is set to 0 after each step. */
    CLIP,
    /** The logarithm of the magnitude is trained, so that it stays positive. */
    LOG
  }

  /** The names of what is trained, in the order of the published program. */
  public List<String> names() {
    java.util.ArrayList<String> names = new java.util.ArrayList<>();
    if (shifts) {
      names.add(SpectrumTrainer.SHIFTS);
    }
    if (gains) {
      names.add(SpectrumTrainer.GAINS);
    }
    if (weights) {
      names.add(SpectrumTrainer.WEIGHTS);
    }
    return names;
  }
}
