package homeostat.kinds.lyapunov.study;

import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.kinds.lyapunov.config.SpectrumSection;
import homeostat.lab.Estimate;
import homeostat.lyapunov.SpectrumRun;

/** Memory and time of a study, from its config alone. */
public final class StudyEstimate {
  /** The process before it holds any network: code, classes, collector, figures at work. */
  private static final long BASE = 300L << 20;

  /** Operations a second of one core in 64 bits, products and all else together. */
  private static final double RATE = 2e10;

  private StudyEstimate() {}

  private static int exponents(NetworkSection network, SpectrumSection spectrum) {
    return spectrum.nle() == 0 ? network.n() : Math.min(spectrum.nle(), network.n());
  }

  /** Floating-point operations of a step of one sample. */
  public static double cost(NetworkSection network, SpectrumSection spectrum) {
    double n = network.n();
    return 2.4 * n * n * (exponents(network, spectrum) + 4) + 200 * n;
  }

  public static Estimate of(NetworkSection network, SpectrumSection spectrum, int samples) {
    double n = network.n();
    double k = exponents(network, spectrum);
    int wave = Math.min(samples, StudyExperiment.WAVE);
    boolean single = spectrum.precision() == SpectrumSection.Precision.FLOAT32;
    double width = single ? 4 : 8;
    double intervals = spectrum.tsim() / (spectrum.tons() > 0 ? spectrum.tons() : 1.5);
    double perSample = 32 * n * n + width * (3 * n * k + 2 * k * k) + 8 * k * intervals * 2.5;
    double covariant =
        spectrum.covariant() == 0
            ? 0
            : 8 * (2 * spectrum.covariant() * n * k + CovariantReport.INTERVALS * k * k);
    double results = samples * (8 * 3 * k + 500 * 9 * 8);
    double dt = network.dt();
    SpectrumRun.Plan plan = SpectrumRun.Plan.usual(spectrum.tsim(), dt, 0, 100);
    long advance = StudyExperiment.advance(cost(network, spectrum), plan);
    long waves = (samples + StudyExperiment.WAVE - 1L) / StudyExperiment.WAVE;
    return new Estimate(
        (long) (BASE + Math.max(wave * perSample, covariant) + results),
        waves * StudyExperiment.stepsPerWave(plan, advance),
        advance * wave * cost(network, spectrum) / RATE,
        "lower network.n ("
            + network.n()
            + ") or spectrum.nle, or set spectrum.precision ="
            + " \"float32\"");
  }
}
