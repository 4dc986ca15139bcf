package homeostat.lab.verify;

import homeostat.array.Arrays;
import java.util.Map;

/**
 * The golden cases of one subject: which function of ours each case kind exercises. Found as a
 * service.
 */
public interface GoldenSuite {

  /** The manifest's {@code subject}. */
  String subject();

  /** Working precision: {@code float32} or {@code float64}; names the tolerance that judges. */
  String precision();

  /** By case kind, what computes the expected quantities. */
  Map<String, Computation> kinds();

  /** Computes what a case expects. */
  @FunctionalInterface
  interface Computation {
    /**
     * The produced quantities, under the names of {@code expected}; throws if the case cannot be
     * computed.
     */
    Outcome compute(GoldenCase input);
  }

  /**
   * What a case gave.
   *
   * @param produced arrays under the names of {@code expected}
   * @param checks invariants of our own draw, by name: empty text for held, else what failed; for
   *     cases with {@code samples} or {@code rows}. An expected text cannot be an array: it needs a
   *     check of its name
   * @param excused remarks for differences that the rules excuse (spikes within 1e-3 mV of
   *     threshold), by quantity
   */
  record Outcome(Arrays produced, Map<String, String> checks, Map<String, String> excused) {
    /** Produced quantities alone. */
    public static Outcome of(Arrays produced) {
      return new Outcome(produced, Map.of(), Map.of());
    }
  }
}
