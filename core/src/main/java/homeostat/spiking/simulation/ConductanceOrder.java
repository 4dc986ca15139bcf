package homeostat.spiking.simulation;

import homeostat.kernel.Kernels;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.MembraneSteps;
import homeostat.kernel.membrane.Membranes;

/** Spikes, currents, potentials, then conductances: see {@link MembraneSteps#advance}. */
record ConductanceOrder(MembraneSteps kernels) implements StepOrder {

  ConductanceOrder() {
    this(Kernels.active().membraneSteps());
  }

  @Override
  public void advance(
      Membranes membranes,
      int t,
      MembraneStep step,
      MembraneStep after,
      float[] g,
      float[] drive,
      short[] valid,
      int from,
      int to) {
    kernels.advance(membranes, step, after, g, drive, valid, from, to);
  }
}
