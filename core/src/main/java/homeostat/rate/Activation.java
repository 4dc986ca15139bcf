package homeostat.rate;

import java.util.List;
import java.util.Locale;

/**
 * How the current h of a unit with gain g and shift s becomes its activity. With u = g (h - s):
 *
 * <pre>
 * TANH             phi = tanh(h)              g and s have no effect
 * TANH_POSITIVE    phi = (1 + tanh(u)) / 2
 * TANH_STRETCHED   phi = tanh(u)
 * </pre>
 */
public enum Activation {
  /** tanh(h). */
  TANH("tanh", 1, 0, "tanh std"),
  /** (1 + tanh(g (h - s))) / 2: never negative, so the sign of an effect is that of the synapse. */
  TANH_POSITIVE("tanh_positive", 0.5, 0.5, "tanh_positive tanh_pos pos"),
  /** tanh(g (h - s)); the published programs spell it {@code streched}. */
  TANH_STRETCHED("tanh_streched", 1, 0, "tanh_streched tanh_stretched tanh_strech strech stretch");

  private final String fileName;
  private final double amplitude;
  private final double offset;
  private final String names;

  Activation(String fileName, double amplitude, double offset, String names) {
    this.fileName = fileName;
    this.amplitude = amplitude;
    this.offset = offset;
    this.names = names;
  }

  /**
   * The activation of a name, in any spelling of the published programs and any case.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public static Activation named(String name) {
    for (Activation activation : values()) {
      if (List.of(activation.names.split(" ", -1)).contains(name.toLowerCase(Locale.ROOT))) {
        return activation;
      }
    }
    throw new IllegalArgumentException(
        "no activation is called \""
            + name
            + "\"; there are tanh (std), tanh_positive (tanh_pos, pos) and tanh_stretched"
            + " (tanh_streched, strech)");
  }

  /** The name in the published programs' files. */
  public String fileName() {
    return fileName;
  }

  /** a in phi = offset + a tanh(u). */
  public double amplitude() {
    return amplitude;
  }

  /** The offset in phi = offset + a tanh(u). */
  public double offset() {
    return offset;
  }

  /** Whether gain and shift matter. */
  public boolean modulated() {
    return this != TANH;
  }

  /** Whether the activity is never negative. */
  public boolean positive() {
    return this == TANH_POSITIVE;
  }
}
