package homeostat.kinds.robustness;

import java.util.Locale;

/** How a trained network may adapt to images without labels. */
public enum Method {
  /** Not at all. */
  FROZEN,
  /** Inhibition keeps learning from the local loss that it was trained with. */
  LAYER,
  /** A tonic inhibitory term brings each unit back to the mean of its drive in training. */
  UNIT_TONIC,
  /** A shunt brings each unit back to the second moment of its drive in training. */
  UNIT_SHUNT,
  /** Wei brings each unit back to the mean of its drive in training. */
  UNIT_WEI,
  /** Tonic term and shunt together: mean and deviation. */
  UNIT_BOTH,
  /** Moments of the batch in place of those of training (Schneider et al. 2020). */
  BATCH_STATISTICS,
  /** The same, and gains and offsets that make answers more certain (Wang et al. 2021). */
  ENTROPY;

  /** As in configs and tables. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
