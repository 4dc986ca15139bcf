package homeostat.kernel.simd;

import homeostat.kernel.membrane.AlignedFloats;
import homeostat.kernel.membrane.Costate;
import homeostat.kernel.membrane.DirectCostate;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.MembraneSteps;
import homeostat.kernel.membrane.Membranes;
import homeostat.kernel.membrane.PanelRows;
import homeostat.kernel.membrane.StepPair;

/** {@link MembraneSteps} with the lanes of a panel in vectors. */
final class SimdMembraneSteps implements MembraneSteps {
  @Override
  public void advance(
      Membranes membranes,
      MembraneStep step,
      MembraneStep after,
      float[] g,
      float[] drive,
      short[] valid,
      int from,
      int to) {
    SimdMembraneForward.advance(membranes, step, after, g, drive, valid, from, to);
  }

  @Override
  public void retreat(
      Membranes membranes,
      Membranes idle,
      StepPair pair,
      DirectCostate direct,
      Costate costate,
      AlignedFloats ls,
      AlignedFloats q,
      int from,
      int to) {
    Membranes b = pair.finish() > 1 ? membranes : idle;
    Membranes c = pair.begin() > 0 ? membranes : idle;
    SimdMembraneBackward.retreat(b, c, pair, direct, costate, ls, q, from, to);
  }

  @Override
  public void pull(
      PanelRows rows, AlignedFloats q, int at, AlignedFloats ls, int first, int width) {
    SimdPull.pull(rows, q, at, ls, first, width);
  }
}
