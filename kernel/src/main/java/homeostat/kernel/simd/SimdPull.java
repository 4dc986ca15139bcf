package homeostat.kernel.simd;

import homeostat.kernel.Lanes;
import homeostat.kernel.membrane.AlignedFloats;
import homeostat.kernel.membrane.Pairs;
import homeostat.kernel.membrane.PanelRows;
import homeostat.kernel.scalar.ScalarMembraneSteps;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transposed product of {@link SimdMembraneSteps}. Sums always come from memory: a vector that
 * is either read or zero would be made on the heap.
 */
final class SimdPull {
  private static final int LANES = Lanes.FLOATS;
  private static final int WIDTH = FloatLanes.WIDTH;
  private static final long NEXT_STEP = LANES * 4L;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
  private static final ScalarMembraneSteps NARROW = new ScalarMembraneSteps();

  private SimdPull() {}

  static void pull(
      PanelRows rows, AlignedFloats q, int at, AlignedFloats ls, int first, int width) {
    if (width == LANES) {
      for (int lane = 0; lane < LANES; lane += WIDTH) {
        sixteen(
            rows, q.memory(), (at + lane) * 4L, ls.memory(), first * 2L * NEXT_STEP + lane * 4L);
      }
    } else if (width == EIGHT.length() && WIDTH >= EIGHT.length()) {
      eight(rows, q.memory(), at * 4L, ls.memory(), first);
    } else if (width == FOUR.length()) {
      four(rows, q.memory(), at * 4L, ls.memory(), first);
    } else {
      NARROW.pull(rows, q, at, ls, first, width);
    }
  }

  private static void sixteen(PanelRows w, MemorySegment q, long at, MemorySegment ls, long lsAt) {
    int rows = w.rows();
    int[] offsets = w.offsets();
    short[] columns = w.columns();
    float[] values = w.values();
    for (int tile = 0; tile < w.tiles(); tile++) {
      long base = at + tile * (PanelRows.TILE * 2L * NEXT_STEP);
      for (int row = 0; row < rows; row++) {
        long out = lsAt + row * (2 * NEXT_STEP);
        if (tile == 0) {
          FloatVector.zero(FloatLanes.SPECIES).intoMemorySegment(ls, out, ORDER);
          FloatVector.zero(FloatLanes.SPECIES).intoMemorySegment(ls, out + NEXT_STEP, ORDER);
        }
        FloatVector a0 = FloatVector.fromMemorySegment(FloatLanes.SPECIES, ls, out, ORDER);
        FloatVector b0 =
            FloatVector.fromMemorySegment(FloatLanes.SPECIES, ls, out + NEXT_STEP, ORDER);
        FloatVector a1 = FloatVector.zero(FloatLanes.SPECIES);
        FloatVector b1 = FloatVector.zero(FloatLanes.SPECIES);
        int end = offsets[tile * rows + row + 1];
        for (int e = offsets[tile * rows + row]; e < end; e += 2) {
          long x = base + ((columns[e] & 0xFFFFL) << 7);
          long y = base + ((columns[e + 1] & 0xFFFFL) << 7);
          FloatVector p = FloatVector.broadcast(FloatLanes.SPECIES, values[e]);
          FloatVector r = FloatVector.broadcast(FloatLanes.SPECIES, values[e + 1]);
          a0 = p.fma(FloatVector.fromMemorySegment(FloatLanes.SPECIES, q, x, ORDER), a0);
          b0 =
              p.fma(FloatVector.fromMemorySegment(FloatLanes.SPECIES, q, x + NEXT_STEP, ORDER), b0);
          a1 = r.fma(FloatVector.fromMemorySegment(FloatLanes.SPECIES, q, y, ORDER), a1);
          b1 =
              r.fma(FloatVector.fromMemorySegment(FloatLanes.SPECIES, q, y + NEXT_STEP, ORDER), b1);
        }
        a0.add(a1).intoMemorySegment(ls, out, ORDER);
        b0.add(b1).intoMemorySegment(ls, out + NEXT_STEP, ORDER);
      }
    }
  }

  private static void eight(PanelRows w, MemorySegment q, long at, MemorySegment ls, int first) {
    int rows = w.rows();
    int[] offsets = w.offsets();
    short[] columns = w.columns();
    float[] values = w.values();
    for (int tile = 0; tile < w.tiles(); tile++) {
      long base = at + tile * (PanelRows.TILE * NEXT_STEP);
      for (int row = 0; row < rows; row++) {
        long out = Pairs.index((first + row) * 8) * 4L;
        if (tile == 0) {
          FloatVector.zero(EIGHT).intoMemorySegment(ls, out, ORDER);
          FloatVector.zero(EIGHT).intoMemorySegment(ls, out + NEXT_STEP, ORDER);
        }
        FloatVector a0 = FloatVector.fromMemorySegment(EIGHT, ls, out, ORDER);
        FloatVector b0 = FloatVector.fromMemorySegment(EIGHT, ls, out + NEXT_STEP, ORDER);
        FloatVector a1 = FloatVector.zero(EIGHT);
        FloatVector b1 = FloatVector.zero(EIGHT);
        int end = offsets[tile * rows + row + 1];
        for (int e = offsets[tile * rows + row]; e < end; e += 2) {
          long x = base + Pairs.index((columns[e] & 0xFFFF) * 8) * 4L;
          long y = base + Pairs.index((columns[e + 1] & 0xFFFF) * 8) * 4L;
          FloatVector p = FloatVector.broadcast(EIGHT, values[e]);
          FloatVector r = FloatVector.broadcast(EIGHT, values[e + 1]);
          a0 = p.fma(FloatVector.fromMemorySegment(EIGHT, q, x, ORDER), a0);
          b0 = p.fma(FloatVector.fromMemorySegment(EIGHT, q, x + NEXT_STEP, ORDER), b0);
          a1 = r.fma(FloatVector.fromMemorySegment(EIGHT, q, y, ORDER), a1);
          b1 = r.fma(FloatVector.fromMemorySegment(EIGHT, q, y + NEXT_STEP, ORDER), b1);
        }
        a0.add(a1).intoMemorySegment(ls, out, ORDER);
        b0.add(b1).intoMemorySegment(ls, out + NEXT_STEP, ORDER);
      }
    }
  }

  private static void four(PanelRows w, MemorySegment q, long at, MemorySegment ls, int first) {
    int rows = w.rows();
    int[] offsets = w.offsets();
    short[] columns = w.columns();
    float[] values = w.values();
    for (int tile = 0; tile < w.tiles(); tile++) {
      long base = at + tile * (PanelRows.TILE / 2 * NEXT_STEP);
      for (int row = 0; row < rows; row++) {
        long out = Pairs.index((first + row) * 4) * 4L;
        if (tile == 0) {
          FloatVector.zero(FOUR).intoMemorySegment(ls, out, ORDER);
          FloatVector.zero(FOUR).intoMemorySegment(ls, out + NEXT_STEP, ORDER);
        }
        FloatVector a0 = FloatVector.fromMemorySegment(FOUR, ls, out, ORDER);
        FloatVector b0 = FloatVector.fromMemorySegment(FOUR, ls, out + NEXT_STEP, ORDER);
        FloatVector a1 = FloatVector.zero(FOUR);
        FloatVector b1 = FloatVector.zero(FOUR);
        int end = offsets[tile * rows + row + 1];
        for (int e = offsets[tile * rows + row]; e < end; e += 2) {
          long x = base + Pairs.index((columns[e] & 0xFFFF) * 4) * 4L;
          long y = base + Pairs.index((columns[e + 1] & 0xFFFF) * 4) * 4L;
          FloatVector p = FloatVector.broadcast(FOUR, values[e]);
          FloatVector r = FloatVector.broadcast(FOUR, values[e + 1]);
          a0 = p.fma(FloatVector.fromMemorySegment(FOUR, q, x, ORDER), a0);
          b0 = p.fma(FloatVector.fromMemorySegment(FOUR, q, x + NEXT_STEP, ORDER), b0);
          a1 = r.fma(FloatVector.fromMemorySegment(FOUR, q, y, ORDER), a1);
          b1 = r.fma(FloatVector.fromMemorySegment(FOUR, q, y + NEXT_STEP, ORDER), b1);
        }
        a0.add(a1).intoMemorySegment(ls, out, ORDER);
        b0.add(b1).intoMemorySegment(ls, out + NEXT_STEP, ORDER);
      }
    }
  }
}
