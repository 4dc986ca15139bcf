package homeostat.kernel.scalar;

import homeostat.kernel.Lanes;
import homeostat.kernel.membrane.AlignedFloats;
import homeostat.kernel.membrane.Costate;
import homeostat.kernel.membrane.DirectCostate;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.MembraneSteps;
import homeostat.kernel.membrane.Membranes;
import homeostat.kernel.membrane.Pairs;
import homeostat.kernel.membrane.PanelRows;
import homeostat.kernel.membrane.StepPair;

/** {@link MembraneSteps} entry by entry: the readable truth. */
public final class ScalarMembraneSteps implements MembraneSteps {
  private static final int LANES = Lanes.FLOATS;

  @Override
  public void advance(
      Membranes m,
      MembraneStep step,
      MembraneStep after,
      float[] g,
      float[] drive,
      short[] valid,
      int from,
      int to) {
    for (int vector = from; vector < to; vector++) {
      if (step.cut().length > 0) {
        java.util.Arrays.fill(
            step.cut(), vector * m.components(), (vector + 1) * m.components(), (short) 0);
      }
      int fired = 0;
      for (int lane = 0; lane < LANES; lane++) {
        fired |= advance(m, step, after, g, drive, vector, lane) ? 1 << lane : 0;
      }
      after.spikes()[vector] = (short) (fired & valid[vector]);
    }
  }

  private static boolean advance(
      Membranes m,
      MembraneStep step,
      MembraneStep after,
      float[] g,
      float[] drive,
      int vector,
      int lane) {
    int at = vector * LANES + lane;
    int stride = drive.length / m.groups();
    float v = step.v()[at];
    float open = 0;
    float current = 0;
    for (int p = 0; p < m.groups(); p++) {
      float h = drive[p * stride + at];
      drive[p * stride + at] = 0;
      for (int k = m.start()[p]; k < m.start()[p + 1]; k++) {
        int component = vector * m.components() + 2 * m.slot()[k];
        int r = component * LANES + lane;
        float sum = g[r] + g[r + LANES];
        open += sum;
        current = Math.fma(sum, v - m.reversal()[k], current);
        float rise = Math.fma(h, m.scaleRise()[k], m.alphaRise()[k] * g[r]);
        float decay = Math.fma(h, m.scaleDecay()[k], m.alphaDecay()[k] * g[r + LANES]);
        g[r] = clamp(rise, m.lowest()[k], 0, step.cut(), component, lane);
        g[r + LANES] = clamp(decay, 0, m.highest()[k], step.cut(), component + 1, lane);
      }
    }
    if (step.total().length > 0) {
      step.total()[at] = open;
    }
    float next = Math.fma(v - m.leakReversal(), -m.leak(), Math.fma(current, -m.dtOverC(), v));
    next = set(step.reset()[vector], lane) ? m.reset() : next;
    after.v()[at] = next;
    return next > m.theta();
  }

  private static float clamp(float a, float low, float high, short[] cut, int component, int lane) {
    boolean outside = a < low || a > high;
    if (outside && cut.length > 0) {
      cut[component] |= (short) (1 << lane);
    }
    return a < low ? low : a > high ? high : a;
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
    for (int vector = from; vector < to; vector++) {
      for (int lane = 0; lane < LANES; lane++) {
        entry(b, c, pair, direct, costate, ls, q, vector, lane);
      }
    }
  }

  private static void entry(
      Membranes b,
      Membranes c,
      StepPair pair,
      DirectCostate direct,
      Costate costate,
      AlignedFloats ls,
      AlignedFloats q,
      int vector,
      int lane) {
    int at = vector * LANES + lane;
    int both = Pairs.index(at);
    float lsA = (ls.get(both) + direct.spikesA()[at]) * StepPair.there(pair.finish() > 0);
    float lsB = (ls.get(both + LANES) + direct.spikesB()[at]) * StepPair.there(pair.finish() > 1);
    float lv = Math.fma(lsA, surrogate(b, pair.a().v()[at]), costate.v()[at]);
    lv += direct.voltageB().length > 0 ? direct.voltageB()[at] : 0;
    lv = set(pair.b().reset()[vector] & StepPair.flags(pair.finish() > 1), lane) ? 0 : lv;
    float vB = pair.b().v()[at];
    float pushB = lv * -b.dtOverC();
    lv = Math.fma(lsB, surrogate(b, vB), lv * kept(b, pair.b(), at));
    lv += direct.voltageC().length > 0 ? direct.voltageC()[at] : 0;
    lv = set(pair.c().reset()[vector] & StepPair.flags(pair.begin() > 0), lane) ? 0 : lv;
    float vC = pair.c().v()[at];
    float pushC = lv * -c.dtOverC();
    costate.v()[at] = lv * kept(c, pair.c(), at);
    int stride = q.length() / b.groups();
    for (int p = 0; p < b.groups(); p++) {
      float later = 0;
      float earlier = 0;
      for (int k = b.start()[p]; k < b.start()[p + 1]; k++) {
        int component = vector * b.components() + 2 * b.slot()[k];
        int r = component * LANES + lane;
        int cutC = StepPair.flags(pair.begin() > 0);
        int cutD = StepPair.flags(pair.begin() > 1);
        float push = pushB * (vB - b.reversal()[k]);
        float rise = Math.fma(costate.g()[r], b.alphaRise()[k], push);
        float decay = Math.fma(costate.g()[r + LANES], b.alphaDecay()[k], push);
        rise = set(pair.c().cut()[component] & cutC, lane) ? 0 : rise;
        decay = set(pair.c().cut()[component + 1] & cutC, lane) ? 0 : decay;
        later = Math.fma(rise, b.scaleRise()[k], later);
        later = Math.fma(decay, b.scaleDecay()[k], later);
        push = pushC * (vC - b.reversal()[k]);
        rise = Math.fma(rise, c.alphaRise()[k], push);
        decay = Math.fma(decay, c.alphaDecay()[k], push);
        rise = set(pair.d().cut()[component] & cutD, lane) ? 0 : rise;
        decay = set(pair.d().cut()[component + 1] & cutD, lane) ? 0 : decay;
        earlier = Math.fma(rise, b.scaleRise()[k], earlier);
        earlier = Math.fma(decay, b.scaleDecay()[k], earlier);
        costate.g()[r] = rise;
        costate.g()[r + LANES] = decay;
      }
      q.set(p * stride + both, later);
      q.set(p * stride + both + LANES, earlier);
    }
  }

  private static boolean set(int flags, int lane) {
    return (flags >> lane & 1) != 0;
  }

  private static float kept(Membranes m, MembraneStep step, int at) {
    return Math.fma(step.total()[at], -m.dtOverC(), m.beta());
  }

  private static float surrogate(Membranes m, float v) {
    float root = Math.fma(Math.abs(v - m.theta()), m.surrogateScale(), 1f);
    return 1f / (root * root);
  }

  @Override
  public void pull(
      PanelRows rows, AlignedFloats q, int at, AlignedFloats ls, int first, int width) {
    for (int row = 0; row < rows.rows(); row++) {
      for (int lane = 0; lane < width; lane++) {
        int to = Pairs.index((first + row) * width + lane);
        ls.set(to, sum(rows, q, at, row, width, lane));
        ls.set(to + LANES, sum(rows, q, at + LANES, row, width, lane));
      }
    }
  }

  /** Two partial sums within a tile, of even and of odd entries; the former goes on. */
  private static float sum(PanelRows rows, AlignedFloats q, int at, int row, int width, int lane) {
    float sum = 0;
    for (int tile = 0; tile < rows.tiles(); tile++) {
      int entries = tile * rows.rows() + row;
      float odd = 0;
      for (int e = rows.offsets()[entries]; e < rows.offsets()[entries + 1]; e += 2) {
        sum = Math.fma(rows.values()[e], q.get(at + index(rows, tile, e, width, lane)), sum);
        odd =
            Math.fma(rows.values()[e + 1], q.get(at + index(rows, tile, e + 1, width, lane)), odd);
      }
      sum += odd;
    }
    return sum;
  }

  private static int index(PanelRows rows, int tile, int e, int width, int lane) {
    return Pairs.index((tile * PanelRows.TILE + rows.columns()[e]) * width + lane);
  }
}
