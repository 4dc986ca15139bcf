package homeostat.kinds.lyapunov.published;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.kinds.lyapunov.config.LyapunovSpectrumConfig;
import homeostat.kinds.lyapunov.figures.PublishedFigures;
import homeostat.lab.Run;
import homeostat.lyapunov.PublishedSpectrum;
import java.util.List;

/**
 * What {@code lyapu_convergence} leaves: of each sample the times, the intervals and the running
 * estimates of the published program.
 */
public final class ConvergenceFiles {
  private ConvergenceFiles() {}

  /** Writes them. */
  public static void write(
      LyapunovSpectrumConfig config, List<PublishedSpectrum> samples, Run run) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < samples.size(); i++) {
      PublishedSpectrum sample = samples.get(i);
      ObjectNode node = root.putObject("sample_" + i);
      ArrayNode times = node.putArray("times");
      for (double time : sample.times()) {
        times.add(time);
      }
      ArrayNode intervals = node.putArray("tons");
      for (int interval : sample.intervals()) {
        intervals.add(interval);
      }
      ArrayNode running = node.putArray("spectrum");
      for (double[] estimate : sample.history()) {
        ArrayNode row = running.addArray();
        for (double exponent : estimate) {
          row.add(exponent);
        }
      }
    }
    String place = "lyapunov_convergence/" + PublishedNames.convergence(config);
    run.text(place + ".json", root.toString());
    run.figure(place, PublishedFigures.running(samples));
  }
}
