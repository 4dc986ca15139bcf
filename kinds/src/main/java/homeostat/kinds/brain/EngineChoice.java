package homeostat.kinds.brain;

import homeostat.spiking.brain.BrainEngine;
import homeostat.spiking.brain.BrainNetwork;
import homeostat.spiking.brain.FrameEngine;
import homeostat.spiking.brain.ReferenceEngine;

/** How a brain is simulated; the choice changes the time it takes, not the spikes. */
public enum EngineChoice {
  /** Frame or dense, window by window, whichever is faster. */
  AUTO,
  /** Watches those neurons that can fire. */
  FRAME,
  /** Looks at every neuron in every step. */
  DENSE,
  /** The equations as they are written; slow. */
  REFERENCE;

  /** The engine for a network, with so many threads on one trial. */
  public BrainEngine engine(BrainNetwork network, FrameEngine.Precision precision, int threads) {
    return switch (this) {
      case AUTO -> new FrameEngine(network, FrameEngine.Looking.AUTO, precision, threads);
      case FRAME -> new FrameEngine(network, FrameEngine.Looking.WATCHED, precision, threads);
      case DENSE -> new FrameEngine(network, FrameEngine.Looking.DENSE, precision, threads);
      case REFERENCE -> new ReferenceEngine(network);
    };
  }
}
