package homeostat.kinds.lyapunov.training;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.kinds.lyapunov.config.SpectrumTargetSection;
import homeostat.lab.UserError;
import homeostat.lyapunov.training.SpectrumLoss;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The loss on the exponents that a section asks for. */
final class TargetLoss {
  private TargetLoss() {}

  /**
   * Makes it.
   *
   * @param units number of units of the network
   * @throws FormatException if the file of values is wrong
   */
  static SpectrumLoss of(SpectrumTargetSection target, int units) {
    double value = target.value();
    return switch (target.loss()) {
      case MSE -> {
        double[] values = new double[target.nle()];
        java.util.Arrays.fill(values, value);
        yield target.weights().isEmpty()
            ? new SpectrumLoss.MeanSquare(value)
            : new SpectrumLoss.Targets(values, weights(target));
      }
      case L2 -> new SpectrumLoss.Distance(value);
      case LINE -> SpectrumLoss.Line.PUBLISHED;
      case VECTOR -> new SpectrumLoss.Targets(values(target), weights(target));
      case LARGEST -> new SpectrumLoss.Largest(value);
      case DIMENSION -> new SpectrumLoss.Dimension(value, units);
      case ENTROPY -> new SpectrumLoss.Entropy();
      case SUM -> new SpectrumLoss.Sum();
    };
  }

  private static double[] weights(SpectrumTargetSection target) {
    double[] ones = new double[target.nle()];
    java.util.Arrays.fill(ones, 1);
    return target.weights().map(TargetLoss::plain).orElse(ones);
  }

  private static double[] plain(List<Double> values) {
    return values.stream().mapToDouble(v -> v).toArray();
  }

  private static double[] values(SpectrumTargetSection target) {
    if (target.valuesFile().isEmpty()) {
      return plain(target.values().orElse(List.of()));
    }
    Path file = target.valuesFile().get();
    double[] found = file.toString().endsWith(".npz") ? ofArchive(file) : ofText(file);
    if (found.length < target.nle()) {
      throw new FormatException(
          file,
          "",
          "has " + found.length + " values for target.nle = " + target.nle() + " exponents");
    }
    return java.util.Arrays.copyOf(found, target.nle());
  }

  /** The exponents of a study of spectra, meaned over its samples. */
  private static double[] ofArchive(Path file) {
    Arrays arrays = Npz.read(file);
    NdArray exponents =
        arrays
            .find("exponents")
            .orElseThrow(
                () -> new FormatException(file, "", "has no exponents among " + arrays.names()));
    int[] shape = exponents.shape();
    int k = shape[shape.length - 1];
    double[] mean = new double[k];
    int samples = exponents.size() / k;
    for (int e = 0; e < exponents.size(); e++) {
      mean[e % k] += exponents.at(e) / samples;
    }
    return mean;
  }

  private static double[] ofText(Path file) {
    List<Double> out = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          out.add(number(line, file, i + 1));
        }
      }
    } catch (IOException e) {
      throw new UserError(file + ": there is no such text file, with a number a line");
    }
    return plain(out);
  }

  private static double number(String text, Path file, int line) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new FormatException(file, "line " + line, "'" + text + "' is no number");
    }
    if (!Double.isFinite(value)) {
      throw new FormatException(file, "line " + line, text + " is not finite");
    }
    return value;
  }
}
