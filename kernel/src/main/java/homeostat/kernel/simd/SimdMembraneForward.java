package homeostat.kernel.simd;

import homeostat.kernel.Lanes;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.Membranes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The forward half of {@link SimdMembraneSteps}. */
final class SimdMembraneForward {
  private static final int LANES = Lanes.FLOATS;
  private static final int WIDTH = FloatLanes.WIDTH;

  private SimdMembraneForward() {}

  static void advance(
      Membranes m,
      MembraneStep step,
      MembraneStep after,
      float[] g,
      float[] drive,
      short[] valid,
      int from,
      int to) {
    int groups = m.groups();
    int stride = drive.length / groups;
    int components = m.components();
    int[] start = m.start();
    int[] slot = m.slot();
    float[] reversal = m.reversal();
    float[] alphaRise = m.alphaRise();
    float[] alphaDecay = m.alphaDecay();
    float[] scaleRise = m.scaleRise();
    float[] scaleDecay = m.scaleDecay();
    float[] lowest = m.lowest();
    float[] highest = m.highest();
    float[] before = step.v();
    float[] next = after.v();
    float[] total = step.total();
    short[] cut = step.cut();
    short[] resets = step.reset();
    short[] fired = after.spikes();
    boolean totals = total.length > 0;
    boolean cuts = cut.length > 0;
    float minusDtOverC = -m.dtOverC();
    float minusLeak = -m.leak();
    for (int at = from * LANES; at < to * LANES; at += WIDTH) {
      int vector = at / LANES;
      int lane = at % LANES;
      FloatVector v = FloatVector.fromArray(FloatLanes.SPECIES, before, at);
      FloatVector open = FloatVector.zero(FloatLanes.SPECIES);
      FloatVector current = FloatVector.zero(FloatLanes.SPECIES);
      for (int p = 0; p < groups; p++) {
        FloatVector h = FloatVector.fromArray(FloatLanes.SPECIES, drive, p * stride + at);
        FloatVector.zero(FloatLanes.SPECIES).intoArray(drive, p * stride + at);
        int end = start[p + 1];
        for (int k = start[p]; k < end; k++) {
          int component = vector * components + 2 * slot[k];
          int r = component * LANES + lane;
          FloatVector rise = FloatVector.fromArray(FloatLanes.SPECIES, g, r);
          FloatVector decay = FloatVector.fromArray(FloatLanes.SPECIES, g, r + LANES);
          FloatVector sum = rise.add(decay);
          open = open.add(sum);
          current = sum.fma(v.sub(reversal[k]), current);
          rise =
              h.fma(
                  FloatVector.broadcast(FloatLanes.SPECIES, scaleRise[k]), rise.mul(alphaRise[k]));
          decay =
              h.fma(
                  FloatVector.broadcast(FloatLanes.SPECIES, scaleDecay[k]),
                  decay.mul(alphaDecay[k]));
          VectorMask<Float> riseLow = rise.compare(VectorOperators.LT, lowest[k]);
          VectorMask<Float> riseHigh = rise.compare(VectorOperators.GT, 0f);
          VectorMask<Float> decayLow = decay.compare(VectorOperators.LT, 0f);
          VectorMask<Float> decayHigh = decay.compare(VectorOperators.GT, highest[k]);
          rise.blend(lowest[k], riseLow).blend(0f, riseHigh).intoArray(g, r);
          decay.blend(0f, decayLow).blend(highest[k], decayHigh).intoArray(g, r + LANES);
          if (cuts) {
            long riseBits = (riseLow.toLong() | riseHigh.toLong()) << lane;
            long decayBits = (decayLow.toLong() | decayHigh.toLong()) << lane;
            cut[component] = (short) (lane == 0 ? riseBits : cut[component] | riseBits);
            cut[component + 1] = (short) (lane == 0 ? decayBits : cut[component + 1] | decayBits);
          }
        }
      }
      if (totals) {
        open.intoArray(total, at);
      }
      FloatVector u =
          v.sub(m.leakReversal())
              .fma(
                  FloatVector.broadcast(FloatLanes.SPECIES, minusLeak),
                  current.fma(FloatVector.broadcast(FloatLanes.SPECIES, minusDtOverC), v))
              .blend(
                  m.reset(),
                  VectorMask.fromLong(FloatLanes.SPECIES, (resets[vector] & 0xFFFF) >>> lane));
      u.intoArray(next, at);
      long above = u.compare(VectorOperators.GT, m.theta()).toLong() << lane;
      above &= valid[vector];
      fired[vector] = (short) (lane == 0 ? above : fired[vector] | above);
    }
  }
}
