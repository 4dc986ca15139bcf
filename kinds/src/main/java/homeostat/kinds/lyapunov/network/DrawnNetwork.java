package homeostat.kinds.lyapunov.network;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.kinds.lyapunov.connectome.ConnectomeNetwork;
import homeostat.lyapunov.system.Drive;
import homeostat.rate.Activation;
import homeostat.rate.RandomCoupling;
import homeostat.rate.RateNetwork;
import homeostat.rate.SignedWeights;
import homeostat.rate.Units;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A network and where its trajectory starts.
 *
 * @param weights signs and magnitudes
 * @param network in steps
 * @param start first state, [unit]
 * @param drive its input
 */
public record DrawnNetwork(
    SignedWeights weights, RateNetwork network, double[] start, Drive drive) {

  /**
   * Draws or reads one.
   *
   * @param couplingSample which draw of couplings, gains and shifts
   * @param startSample which draw of the start and of the input
   */
  public static DrawnNetwork of(
      NetworkSection section, long seed, int couplingSample, int startSample) {
    return of(section, seed, couplingSample, couplingSample, startSample);
  }

  /**
   * Draws or reads one whose units are drawn apart from its couplings.
   *
   * @param couplingSample which draw of couplings
   * @param unitSample which draw of gains and shifts
   * @param startSample which draw of the start and of the input
   */
  public static DrawnNetwork of(
      NetworkSection section, long seed, int couplingSample, int unitSample, int startSample) {
    DrawnNetwork alone = alone(section, seed, couplingSample, unitSample, startSample);
    if (section.noise() == 0) {
      return alone;
    }
    Stream stream = Stream.of(seed, "input").at(startSample);
    Drive drive = new Drive.WhiteNoise(section.noise(), section.dt(), stream);
    return new DrawnNetwork(alone.weights, alone.network, alone.start, drive);
  }

  private static DrawnNetwork alone(
      NetworkSection section, long seed, int couplingSample, int unitSample, int startSample) {
    if (section.file().isPresent()) {
      return read(section, section.file().get(), seed, startSample);
    }
    if (section.connectome().source() != ConnectomeSection.Source.NONE) {
      return wired(section, seed, unitSample, startSample);
    }
    int n = section.n();
    double[] coupling = coupling(section).draw(n, Stream.of(seed, "coupling").at(couplingSample));
    double[] gains = varied(n, section.sigmaGains(), 1, seed, "gains", unitSample);
    double[] shifts = varied(n, section.sigmaShifts(), 0, seed, "shifts", unitSample);
    Units units =
        new Units(Activation.named(section.activation()), gains, shifts, Units.ownTypes(n));
    return of(SignedWeights.of(n, coupling), units, section.dt(), normal(n, seed, startSample));
  }

  /** On the wiring of a brain, which is one; samples are starts. */
  private static DrawnNetwork wired(
      NetworkSection section, long seed, int unitSample, int startSample) {
    ConnectomeNetwork wiring =
        ConnectomeNetwork.of(section.connectome(), section.g(), section.n(), seed);
    int types = java.util.Arrays.stream(wiring.types()).max().orElse(0) + 1;
    Units units =
        new Units(
            Activation.named(section.activation()),
            varied(types, section.sigmaGains(), 1, seed, "gains", unitSample),
            varied(types, section.sigmaShifts(), 0, seed, "shifts", unitSample),
            wiring.types());
    int n = wiring.weights().size();
    return of(wiring.weights(), units, section.dt(), normal(n, seed, startSample));
  }

  private static DrawnNetwork of(SignedWeights weights, Units units, double dt, double[] start) {
    RateNetwork network = RateNetwork.continuous(units, weights.coupling(), dt);
    return new DrawnNetwork(weights, network, start, Drive.NONE);
  }

  private static RandomCoupling coupling(NetworkSection section) {
    return switch (section.coupling()) {
      case GAUSSIAN -> new RandomCoupling.Gaussian(section.g());
      case SYMMETRIC -> new RandomCoupling.Symmetric(section.g(), false);
      case ORTHOGONAL -> new RandomCoupling.Orthogonal(section.g());
      case SPARSE -> new RandomCoupling.Sparse(section.g(), section.density());
      case EXCITATORY_INHIBITORY ->
          new RandomCoupling.ExcitatoryInhibitory(section.g(), section.excitatory());
    };
  }

  /** Normal about 1 where they vary, as the published program draws gains and shifts alike. */
  private static double[] varied(
      int n, double sigma, double unvaried, long seed, String purpose, int sample) {
    double[] out = new double[n];
    Draws draws = Stream.of(seed, purpose).at(sample).draws();
    for (int i = 0; i < n; i++) {
      out[i] = sigma == 0 ? unvaried : 1 + sigma / Math.sqrt(n) * draws.normal();
    }
    return out;
  }

  /** Independent standard normal numbers. */
  public static double[] normal(int n, long seed, int sample) {
    double[] out = new double[n];
    Draws draws = Stream.of(seed, "start").at(sample).draws();
    java.util.Arrays.setAll(out, _ -> draws.normal());
    return out;
  }

  private static DrawnNetwork read(NetworkSection section, Path file, long seed, int startSample) {
    Arrays arrays = Npz.read(file);
    SignedWeights weights = weights(arrays, file);
    same(arrays, section, file);
    int n = weights.size();
    Units plain = Units.plain(Activation.named(section.activation()), n);
    double[] gains = arrays.find("gains").map(NdArray::toDoubles).orElse(plain.gains());
    double[] shifts =
        arrays.find("shifts").map(NdArray::toDoubles).orElse(new double[gains.length]);
    int[] types = arrays.find("types").map(t -> types(t, file)).orElse(Units.ownTypes(n));
    double[] start =
        startSample == 0
            ? arrays.find("h0").map(NdArray::toDoubles).orElse(normal(n, seed, 0))
            : normal(n, seed, startSample);
    if (types.length != n || start.length != n) {
      throw new FormatException(
          file,
          "",
          "%d units, but %d types and %d numbers in h0".formatted(n, types.length, start.length));
    }
    try {
      return of(weights, new Units(plain.activation(), gains, shifts, types), section.dt(), start);
    } catch (IllegalArgumentException e) {
      throw new FormatException(file, "", String.valueOf(e.getMessage()));
    }
  }

  private static int[] types(NdArray array, Path file) {
    int[] out = new int[array.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (int) array.at(i);
      if (out[i] != array.at(i)) {
        throw new FormatException(
            file, "array 'types'", "[" + i + "] is " + array.at(i) + "; types are whole numbers");
      }
    }
    return out;
  }

  /** A word as an array of bytes. */
  public static NdArray text(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return new NdArray.U1(bytes, bytes.length);
  }

  /** A file that says its step and its activation is not read with others. */
  private static void same(Arrays arrays, NetworkSection section, Path file) {
    arrays
        .find("dt")
        .filter(dt -> dt.size() == 1 && dt.at(0) != section.dt())
        .ifPresent(dt -> {
          throw new FormatException(
              file,
              "array 'dt'",
              "is " + dt.at(0) + ", but network.dt is " + section.dt() + "; set them equal");
        });
    String chosen = Activation.named(section.activation()).fileName();
    arrays
        .find("activation")
        .filter(NdArray.U1.class::isInstance)
        .map(word -> new String(((NdArray.U1) word).data(), StandardCharsets.UTF_8))
        .filter(word -> !word.equals(chosen))
        .ifPresent(word -> {
          throw new FormatException(
              file, "array 'activation'", "is " + word + "; set network.activation=" + word);
        });
  }

  private static SignedWeights weights(Arrays arrays, Path file) {
    boolean whole = arrays.find("J").isPresent();
    NdArray matrix =
        arrays
            .find(whole ? "J" : "W")
            .orElseThrow(() ->
                new FormatException(
                    file, "", "has neither J nor W among its arrays " + arrays.names()));
    int[] shape = matrix.shape();
    if (shape.length != 2 || shape[0] != shape[1]) {
      throw new FormatException(
          file,
          "array '" + (whole ? "J" : "W") + "'",
          "has shape " + java.util.Arrays.toString(shape) + "; couplings are a square matrix");
    }
    try {
      if (whole) {
        return SignedWeights.of(shape[0], matrix.toDoubles());
      }
      double[] signs = arrays.get("C").toDoubles();
      byte[] bytes = new byte[signs.length];
      for (int e = 0; e < signs.length; e++) {
        if (signs[e] != -1 && signs[e] != 0 && signs[e] != 1) {
          throw new FormatException(
              file,
              "array 'C'",
              "[%d][%d] is %s; signs are -1, 0 and 1"
                  .formatted(e / shape[0], e % shape[0], signs[e]));
        }
        bytes[e] = (byte) signs[e];
      }
      return new SignedWeights(shape[0], bytes, matrix.toDoubles());
    } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
      throw new FormatException(file, "", String.valueOf(e.getMessage()));
    }
  }
}
