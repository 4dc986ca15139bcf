package homeostat.spiking.brain;

/**
 * The leaky integrate-and-fire neuron with an exponential synapse, all neurons alike (Shiu et al.,
 * "A Drosophila computational brain model reveals sensorimotor processing", Nature 2024):
 *
 * <pre>
 *   tau_m dv/dt = g - (v - v_rest)      tau_syn dg/dt = -g
 *   v > v_th: spike, v <- v_reset, g <- 0, both frozen and deaf for t_ref
 *   a spike adds w to g of its target after the delay, w = weight per synapse x signed count
 * </pre>
 *
 * @param rest v_rest, mV
 * @param reset v_reset, mV
 * @param threshold v_th, mV; above rest and not below reset
 * @param tauMembrane tau_m, ms; at least 1.001 tau_syn
 * @param tauSynapse tau_syn, ms
 * @param refractory t_ref, ms; cut to whole steps
 * @param delay from a spike to its arrival, ms; at least a step; rounded to whole steps
 * @param perSynapse g that one synapse adds, mV
 * @param dt time step, ms
 * @param refractoriness what a refractory neuron does with its conductance
 */
public record BrainParameters(
    double rest,
    double reset,
    double threshold,
    double tauMembrane,
    double tauSynapse,
    double refractory,
    double delay,
    double perSynapse,
    double dt,
    Refractoriness refractoriness) {

  /** Closer time constants make two exponentials that floating point cannot tell apart. */
  public static final double CLOSEST = 1.001;

  private static final double MOST_STEPS = 1e6;

  /** A quotient of two decimals may be that much off a whole number. */
  private static final double ROUNDING = 1e-9;

  /** What a refractory neuron does with its conductance. */
  public enum Refractoriness {
    /** As published: a spike sets g to 0, and what arrives while refractory is lost. */
    FROZEN,
    /** A spike leaves g, which goes on decaying and taking input; only v is held. */
    INTEGRATING
  }

  /** Checks every value; the message begins with its name. */
  public BrainParameters {
    require(dt > 0, "dt", dt, "is not above 0");
    require(
        tauSynapse >= dt / 100, "tau_synapse", tauSynapse, "is below a hundredth of dt = " + dt);
    require(
        tauMembrane >= CLOSEST * tauSynapse,
        "tau_membrane",
        tauMembrane,
        "is not above tau_synapse = " + tauSynapse + " by a thousandth at least");
    require(threshold > rest, "threshold", threshold, "is not above rest = " + rest);
    require(reset <= threshold, "reset", reset, "is above the threshold " + threshold);
    require(
        delay / dt > 1 - ROUNDING,
        "delay",
        delay,
        "is shorter than a step of dt = " + dt + " ms; lengthen it, or make dt smaller");
    require(delay / dt < MOST_STEPS, "delay", delay, "is longer than a million steps");
    require(refractory >= 0, "refractory", refractory, "is negative");
    require(
        refractory / dt < MOST_STEPS, "refractory", refractory, "is longer than a million steps");
    require(Double.isFinite(perSynapse), "synapse", perSynapse, "is not finite");
  }

  /** The published constants of the fly. */
  public static BrainParameters fly() {
    return new BrainParameters(-52, -52, -45, 20, 5, 2.2, 1.8, 0.275, 0.1, Refractoriness.FROZEN);
  }

  /** Steps from a spike to its arrival: the delay to the nearest step. */
  public int delaySteps() {
    return (int) Math.floor(delay / dt + 0.5);
  }

  /** Steps from a spike to the first one that integrates again; a thousandth of dt is forgiven. */
  public int refractorySteps() {
    return (int) Math.floor(refractory / dt + 1e-3);
  }

  /** The threshold above rest, mV. */
  public double theta() {
    return threshold - rest;
  }

  /**
   * What a potential above rest has to exceed. A potential within theta / 2^33 (a billionth of a
   * millivolt) of the threshold counts as at it, hence as not above it, so that rounding, which
   * differs between ways of computing the same potential, decides nothing.
   */
  public double firesAbove() {
    return theta() * (1 + 0x1p-33);
  }

  private static void require(boolean holds, String name, double value, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(name + " = " + value + " " + problem);
    }
  }
}
