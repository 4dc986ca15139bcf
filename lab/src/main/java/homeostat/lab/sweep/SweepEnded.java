package homeostat.lab.sweep;

import homeostat.lab.record.RunFolder;
import homeostat.lab.run.Interrupts;
import java.util.Optional;

/**
 * How a sweep ended.
 *
 * @param folder where its tables lie
 * @param completed cells that reached their end, those of earlier starts included
 * @param failed cells that did not
 * @param stopped the signal that stopped it before all cells were worked
 * @param winner the best cell, of a sweep with objectives that has come to its end
 */
public record SweepEnded(
    RunFolder folder,
    int completed,
    int failed,
    Optional<Interrupts.Stop> stopped,
    Optional<Winner> winner) {

  /** Exit status of a command that ran it. */
  public int exitStatus() {
    return stopped.map(Interrupts.Stop::exitStatus).orElse(failed > 0 ? 1 : 0);
  }
}
