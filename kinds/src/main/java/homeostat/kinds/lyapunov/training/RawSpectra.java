package homeostat.kinds.lyapunov.training;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateSystem;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import java.util.List;

/**
 * The whole spectra of networks before training. How far they spread about -1, which is where all
 * exponents are without couplings, tells how much there is to train with.
 */
final class RawSpectra {
  /** Name of the table that it leaves. */
  static final String TABLE = "raw_spectrum.csv";

  private RawSpectra() {}

  /** Computes them and leaves them in the run; headline numbers. */
  static Row of(List<TrainingSetup> setups, Parallel parallel, Run run) {
    double[][] spectra = new double[setups.size()][];
    run.progress("spectra before training", 0);
    parallel.forEach(spectra.length, s -> spectra[s] = spectrum(setups.get(s)));
    run.progress("spectra before training", 1);
    int n = spectra[0].length;
    double[] all = new double[spectra.length * n];
    StringBuilder csv = new StringBuilder("sample,variance\n");
    double mean = 0;
    for (int s = 0; s < spectra.length; s++) {
      System.arraycopy(spectra[s], 0, all, s * n, n);
      double variance = variance(spectra[s]);
      mean += variance / spectra.length;
      csv.append(s).append(',').append(variance).append('\n');
    }
    run.text(TABLE, csv.toString());
    run.arrays(
        "raw_spectrum.npz", Arrays.builder().put("exponents", all, spectra.length, n).build());
    return new Row().put("raw_variance", mean);
  }

  /** Mean of (lambda + 1)^2. */
  static double variance(double[] exponents) {
    double sum = 0;
    for (double exponent : exponents) {
      sum += (exponent + 1) * (exponent + 1);
    }
    return sum / exponents.length;
  }

  private static double[] spectrum(TrainingSetup setup) {
    RateNetwork network = setup.drawn().network();
    int n = network.size();
    Stream stream = Stream.of(setup.seed(), "check").at(setup.sample());
    SpectrumRun<double[]> run =
        new SpectrumRun<>(
            new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE),
            StartFrame.draw(n, 1, stream.at(0)),
            StartFrame.draw(n, n, stream.at(1)),
            SpectrumRun.Plan.usual(
                setup.config().target().checkTime(),
                network.duration(),
                0,
                Arithmetic.float64().usualBound()));
    run.advance(Long.MAX_VALUE);
    return run.spectrum().sorted();
  }
}
