package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.Optional;

/** {@code [network]}: a rate network, drawn or from a file. */
public record NetworkSection(
    @Key(value = "Units.", unit = "units", min = 1, max = 100_000, or = "200") int n,
    @Key(
            value =
                "How couplings are drawn: gaussian, symmetric (its entries have deviation g /"
                    + " sqrt(2n)), orthogonal, sparse, or excitatory_inhibitory (Dale's"
                    + " principle).",
            or = "\"gaussian\"")
        Coupling coupling,
    @Key(value = "Coupling: the spectral radius of a large network.", min = 0, or = "2") double g,
    @Key(
            value = "Share of the couplings that exist, of a sparse network.",
            min = 0,
            above = true,
            max = 1,
            or = "0.1")
        double density,
    @Key(
            value = "Share of excitatory units, of an excitatory_inhibitory network.",
            min = 0.01,
            max = 0.99,
            or = "0.8")
        double excitatory,
    @Key(
            value =
                "tanh (std), tanh_positive (tanh_pos, pos) or tanh_stretched (tanh_streched,"
                    + " strech).",
            or = "\"tanh\"")
        String activation,
    @Key(value = "Euler step.", unit = "tau", min = 0, above = true, max = 1, or = "0.1") double dt,
    @Key(
            value =
                "Gains are normal about 1 with this deviation times 1/sqrt(n); 0 sets them to 1.",
            min = 0,
            or = "0")
        double sigmaGains,
    @Key(
            value =
                "Shifts are normal about 1 with this deviation times 1/sqrt(n); 0 sets them to 0.",
            min = 0,
            or = "0")
        double sigmaShifts,
    @Key(
            value =
                "White noise into every unit, sigma in dh = ... + sigma dW (state times the root of"
                    + " tau), the same on nearby trajectories: exponents are conditional on it.",
            min = 0,
            or = "0")
        double noise,
    @Key(
            value =
                "NPZ with J [receiver][sender], or C and W, and optionally gains, shifts, types,"
                    + " h0; used instead of a drawn network.")
        Optional<Path> file,
    @Key("A network on the wiring of a brain, instead of random couplings.")
        ConnectomeSection connectome) {

  /** Whether n is how many units there are. */
  public boolean sized() {
    return file.isEmpty()
        && connectome.source() != ConnectomeSection.Source.FOLDER
        && connectome.source() != ConnectomeSection.Source.EDGES;
  }

  /** How couplings are drawn. */
  public enum Coupling {
    GAUSSIAN,
    SYMMETRIC,
    ORTHOGONAL,
    SPARSE,
    EXCITATORY_INHIBITORY
  }

  /** The same with another number of units. */
  public NetworkSection withN(int other) {
    return new NetworkSection(
        other,
        coupling,
        g,
        density,
        excitatory,
        activation,
        dt,
        sigmaGains,
        sigmaShifts,
        noise,
        file,
        connectome);
  }

  /** The same with another coupling. */
  public NetworkSection withG(double other) {
    return new NetworkSection(
        n,
        coupling,
        other,
        density,
        excitatory,
        activation,
        dt,
        sigmaGains,
        sigmaShifts,
        noise,
        file,
        connectome);
  }

  /** The same with other deviations of gains and shifts. */
  public NetworkSection withSigmas(double gains, double shifts) {
    return new NetworkSection(
        n,
        coupling,
        g,
        density,
        excitatory,
        activation,
        dt,
        gains,
        shifts,
        noise,
        file,
        connectome);
  }
}
