package homeostat.kernel.simd;

import homeostat.kernel.Lanes;
import homeostat.kernel.membrane.AlignedFloats;
import homeostat.kernel.membrane.Costate;
import homeostat.kernel.membrane.DirectCostate;
import homeostat.kernel.membrane.Membranes;
import homeostat.kernel.membrane.Pairs;
import homeostat.kernel.membrane.StepPair;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The adjoint half of {@link SimdMembraneSteps}: constants b of the pair finished, c of the next.
 */
final class SimdMembraneBackward {
  private static final int LANES = Lanes.FLOATS;
  private static final int WIDTH = FloatLanes.WIDTH;
  private static final long NEXT_STEP = LANES * 4L;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  /**
   * Added where there is nothing to add: a vector that may be skipped would be made on the heap.
   */
  private static final float[] NOTHING = new float[LANES];

  private SimdMembraneBackward() {}

  static void retreat(
      Membranes b,
      Membranes c,
      StepPair pair,
      DirectCostate direct,
      Costate costate,
      AlignedFloats ls,
      AlignedFloats q,
      int from,
      int to) {
    int groups = b.groups();
    int stride = q.length() / groups;
    int components = b.components();
    int[] start = b.start();
    int[] slot = b.slot();
    float[] reversal = b.reversal();
    float[] scaleRise = b.scaleRise();
    float[] scaleDecay = b.scaleDecay();
    float[] riseB = b.alphaRise();
    float[] decayB = b.alphaDecay();
    float[] riseC = c.alphaRise();
    float[] decayC = c.alphaDecay();
    float minusB = -b.dtOverC();
    float minusC = -c.dtOverC();
    float theta = b.theta();
    float steepness = b.surrogateScale();
    float thereA = StepPair.there(pair.finish() > 0);
    float thereB = StepPair.there(pair.finish() > 1);
    int spikedB = StepPair.flags(pair.finish() > 1);
    int thereC = StepPair.flags(pair.begin() > 0);
    int thereD = StepPair.flags(pair.begin() > 1);
    float[] potentialA = pair.a().v();
    float[] potentialB = pair.b().v();
    float[] potentialC = pair.c().v();
    float[] totalB = pair.b().total();
    float[] totalC = pair.c().total();
    short[] resetB = pair.b().reset();
    short[] resetC = pair.c().reset();
    short[] cutC = pair.c().cut();
    short[] cutD = pair.d().cut();
    float[] directA = direct.spikesA();
    float[] directB = direct.spikesB();
    int everyB = direct.voltageB().length > 0 ? -1 : 0;
    int everyC = direct.voltageC().length > 0 ? -1 : 0;
    float[] voltageB = everyB != 0 ? direct.voltageB() : NOTHING;
    float[] voltageC = everyC != 0 ? direct.voltageC() : NOTHING;
    float[] costateV = costate.v();
    float[] costateG = costate.g();
    MemorySegment answers = ls.memory();
    MemorySegment panel = q.memory();
    for (int at = from * LANES; at < to * LANES; at += WIDTH) {
      int vector = at / LANES;
      int lane = at % LANES;
      long both = Pairs.index(at) * 4L;
      FloatVector vA = FloatVector.fromArray(FloatLanes.SPECIES, potentialA, at);
      FloatVector root =
          vA.sub(theta)
              .abs()
              .fma(
                  FloatVector.broadcast(FloatLanes.SPECIES, steepness),
                  FloatVector.broadcast(FloatLanes.SPECIES, 1f));
      FloatVector lv =
          FloatVector.fromMemorySegment(FloatLanes.SPECIES, answers, both, ORDER)
              .add(FloatVector.fromArray(FloatLanes.SPECIES, directA, at))
              .mul(thereA)
              .fma(
                  FloatVector.broadcast(FloatLanes.SPECIES, 1f).div(root.mul(root)),
                  FloatVector.fromArray(FloatLanes.SPECIES, costateV, at));
      lv = lv.add(FloatVector.fromArray(FloatLanes.SPECIES, voltageB, at & everyB));
      lv =
          lv.blend(
              0f, VectorMask.fromLong(FloatLanes.SPECIES, (resetB[vector] & spikedB) >>> lane));
      FloatVector vB = FloatVector.fromArray(FloatLanes.SPECIES, potentialB, at);
      FloatVector pushB = lv.mul(minusB);
      FloatVector kept =
          FloatVector.fromArray(FloatLanes.SPECIES, totalB, at)
              .fma(
                  FloatVector.broadcast(FloatLanes.SPECIES, minusB),
                  FloatVector.broadcast(FloatLanes.SPECIES, b.beta()));
      root =
          vB.sub(theta)
              .abs()
              .fma(
                  FloatVector.broadcast(FloatLanes.SPECIES, steepness),
                  FloatVector.broadcast(FloatLanes.SPECIES, 1f));
      lv =
          FloatVector.fromMemorySegment(FloatLanes.SPECIES, answers, both + NEXT_STEP, ORDER)
              .add(FloatVector.fromArray(FloatLanes.SPECIES, directB, at))
              .mul(thereB)
              .fma(FloatVector.broadcast(FloatLanes.SPECIES, 1f).div(root.mul(root)), lv.mul(kept));
      lv = lv.add(FloatVector.fromArray(FloatLanes.SPECIES, voltageC, at & everyC));
      lv =
          lv.blend(0f, VectorMask.fromLong(FloatLanes.SPECIES, (resetC[vector] & thereC) >>> lane));
      FloatVector pushC = lv.mul(minusC);
      FloatVector.fromArray(FloatLanes.SPECIES, totalC, at)
          .fma(
              FloatVector.broadcast(FloatLanes.SPECIES, minusC),
              FloatVector.broadcast(FloatLanes.SPECIES, c.beta()))
          .mul(lv)
          .intoArray(costateV, at);
      for (int p = 0; p < groups; p++) {
        FloatVector later = FloatVector.zero(FloatLanes.SPECIES);
        FloatVector earlier = FloatVector.zero(FloatLanes.SPECIES);
        int end = start[p + 1];
        for (int k = start[p]; k < end; k++) {
          int component = vector * components + 2 * slot[k];
          int r = component * LANES + lane;
          FloatVector scaleR = FloatVector.broadcast(FloatLanes.SPECIES, scaleRise[k]);
          FloatVector scaleD = FloatVector.broadcast(FloatLanes.SPECIES, scaleDecay[k]);
          FloatVector push =
              FloatVector.fromArray(FloatLanes.SPECIES, potentialB, at).sub(reversal[k]).mul(pushB);
          FloatVector rise =
              FloatVector.fromArray(FloatLanes.SPECIES, costateG, r)
                  .fma(FloatVector.broadcast(FloatLanes.SPECIES, riseB[k]), push)
                  .blend(
                      0f,
                      VectorMask.fromLong(FloatLanes.SPECIES, (cutC[component] & thereC) >>> lane));
          FloatVector decay =
              FloatVector.fromArray(FloatLanes.SPECIES, costateG, r + LANES)
                  .fma(FloatVector.broadcast(FloatLanes.SPECIES, decayB[k]), push)
                  .blend(
                      0f,
                      VectorMask.fromLong(
                          FloatLanes.SPECIES, (cutC[component + 1] & thereC) >>> lane));
          later = decay.fma(scaleD, rise.fma(scaleR, later));
          push =
              FloatVector.fromArray(FloatLanes.SPECIES, potentialC, at).sub(reversal[k]).mul(pushC);
          rise =
              rise.fma(FloatVector.broadcast(FloatLanes.SPECIES, riseC[k]), push)
                  .blend(
                      0f,
                      VectorMask.fromLong(FloatLanes.SPECIES, (cutD[component] & thereD) >>> lane));
          decay =
              decay
                  .fma(FloatVector.broadcast(FloatLanes.SPECIES, decayC[k]), push)
                  .blend(
                      0f,
                      VectorMask.fromLong(
                          FloatLanes.SPECIES, (cutD[component + 1] & thereD) >>> lane));
          earlier = decay.fma(scaleD, rise.fma(scaleR, earlier));
          rise.intoArray(costateG, r);
          decay.intoArray(costateG, r + LANES);
        }
        long into = p * (stride * 4L) + both;
        later.intoMemorySegment(panel, into, ORDER);
        earlier.intoMemorySegment(panel, into + NEXT_STEP, ORDER);
      }
    }
  }
}
