package homeostat.kinds.memory;

import homeostat.kinds.memory.figures.MemoryAnalysis;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a network did at one moment, and the analysis of it. Made on the thread that trains, from
 * copies: the analysis may be asked for on any thread, is worked out once, and does not change when
 * training goes on.
 */
final class Findings {
  private final Judged judged;
  private final int units;
  private final int[] regionOf;
  private final float[] first;
  private final float[] now;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable MemoryAnalysis analysis;

  /**
   * @param judged the network in the validation trials
   * @param units number H
   * @param regionOf [unit] region, or empty
   * @param first recurrent weights before training, [receiver][sender]
   * @param now the same at this moment
   */
  Findings(Judged judged, int units, int[] regionOf, float[] first, float[] now) {
    this.judged = judged;
    this.units = units;
    this.regionOf = regionOf.clone();
    this.first = first.clone();
    this.now = now.clone();
  }

  Judged judged() {
    return judged;
  }

  /** The analysis; who asks while another thread works it out waits for it. */
  MemoryAnalysis analysis() {
    lock.lock();
    try {
      MemoryAnalysis found = analysis;
      if (found == null) {
        int[] shape = {judged.trials(), judged.steps()};
        found = MemoryAnalysis.of(judged.activity(), shape, units, regionOf, first, now);
        analysis = found;
      }
      return found;
    } finally {
      lock.unlock();
    }
  }
}
