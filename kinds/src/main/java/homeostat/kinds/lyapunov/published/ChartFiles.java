package homeostat.kinds.lyapunov.published;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.kinds.lyapunov.config.TransitionToChaosConfig;
import homeostat.kinds.lyapunov.figures.PublishedFigures;
import homeostat.lab.Run;
import homeostat.lyapunov.Measures;

/**
 * What {@code transition_2_chaos} and {@code spectrum} leave, with the numbers that the published
 * program computes. The first writes no numbers; ours are in results.csv.
 */
public final class ChartFiles {
  private ChartFiles() {}

  /**
   * Writes them.
   *
   * @param sigma values of the sweep
   * @param spectra what the published program prints, in its order, [sigma][sample][k]
   */
  public static void write(
      TransitionToChaosConfig config, double[] sigma, double[][][] spectra, Run run) {
    String name = PublishedNames.chart(config);
    if (spectra[0][0].length == 1) {
      run.figure("transition_2_chaos/" + name, PublishedFigures.strips(sigma, spectra));
      return;
    }
    ObjectNode exponents = JsonNodeFactory.instance.objectNode();
    ObjectNode entropies = JsonNodeFactory.instance.objectNode();
    ObjectNode dimensions = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < sigma.length; i++) {
      String key = PythonNumbers.whole(sigma[i]);
      ArrayNode spectrum = exponents.putArray(key);
      ArrayNode entropy = entropies.putArray(key);
      ArrayNode dimension = dimensions.putArray(key);
      for (double[] sample : spectra[i]) {
        ArrayNode values = spectrum.addArray();
        for (double exponent : sample) {
          values.add(exponent);
        }
        entropy.add(Measures.entropy(sample));
        dimension.add(Measures.publishedDimension(sample));
      }
    }
    String place = "spectrum_characterization/" + name;
    run.text(place + "_spectrum.json", exponents.toString());
    run.text(place + "_entropies.json", entropies.toString());
    run.text(place + "_dim.json", dimensions.toString());
    run.figure(place + "_dim", PublishedFigures.dimension(sigma, spectra));
    run.figure(place + "_entro", PublishedFigures.entropy(sigma, spectra));
    run.figure(place + "_spect", PublishedFigures.spectra(sigma, spectra));
  }
}
