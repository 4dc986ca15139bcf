package homeostat.kernel;

import homeostat.kernel.membrane.AlignedFloats;
import homeostat.kernel.membrane.Costate;
import homeostat.kernel.membrane.DirectCostate;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.Membranes;
import homeostat.kernel.membrane.PanelRows;
import homeostat.kernel.membrane.StepPair;
import java.util.Arrays;
import java.util.List;

/** Steps of membranes, their adjoint, and the transposed product. */
final class MembraneCases {
  private static final int[] START = {0, 2, 2, 3};
  private static final int[] SLOT = {2, 0, 1};
  private static final int COMPONENTS = 6;

  private MembraneCases() {}

  static void add(int vectors, List<KernelCase> cases) {
    KernelCase.add(cases, "membrane advance", k -> advance(k, vectors, true));
    KernelCase.add(cases, "membrane advance, nothing kept", k -> advance(k, vectors, false));
    for (int[] pair : new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 2}, {2, 0}, {1, 0}}) {
      KernelCase.add(
          cases,
          "membrane retreat " + pair[0] + pair[1],
          k -> retreat(k, vectors, pair[0], pair[1]));
    }
    int columns = vectors < 40 ? vectors : PanelRows.TILE + 50;
    for (int width = 1; width <= Lanes.FLOATS; width *= 2) {
      int lanes = width;
      KernelCase.add(
          cases, "membrane pull of width " + width, k -> pull(k, 7, Math.max(1, columns), lanes));
    }
  }

  static Membranes membranes() {
    return new Membranes(
        0.02f,
        0.97f,
        0.03f,
        -1.2f,
        1.1f,
        -1.5f,
        3f,
        START,
        SLOT,
        new float[] {1.7f, 0.3f, -1.9f},
        new float[] {0.1f, 0.8f, 0.5f},
        new float[] {0.9f, 0.95f, 0.85f},
        new float[] {-0.7f, -0.4f, -0.9f},
        new float[] {0.7f, 0.4f, 0.9f},
        new float[] {-1, -0.9f, -0.8f},
        new float[] {1, 0.9f, 0.8f});
  }

  static MembraneStep step(int vectors, long seed, boolean kept) {
    int size = vectors * Lanes.FLOATS;
    return new MembraneStep(
        Numbers.floats(size, seed),
        masks(vectors, seed + 1),
        masks(vectors, seed + 4),
        kept ? Numbers.floats(size, seed + 2) : new float[0],
        kept ? masks(vectors * COMPONENTS, seed + 3) : new short[0]);
  }

  private static short[] masks(int count, long seed) {
    float[] numbers = Numbers.floats(count, seed);
    short[] masks = new short[count];
    for (int i = 0; i < count; i++) {
      masks[i] = (short) (numbers[i] * 16000);
    }
    return masks;
  }

  private static float[] widen(short[] values) {
    float[] wide = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static float[] floats(AlignedFloats values) {
    float[] copy = new float[values.length()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values.get(i);
    }
    return copy;
  }

  private static AlignedFloats aligned(int length, long seed) {
    AlignedFloats made = new AlignedFloats(length);
    made.put(Numbers.floats(length, seed), 0, 0, length);
    return made;
  }

  static long[] advance(Kernels kernels, int vectors, boolean kept) {
    int size = vectors * Lanes.FLOATS;
    MembraneStep before = step(vectors, 1, kept);
    MembraneStep after = step(vectors, 5, false);
    float[] g = Numbers.floats(size * COMPONENTS, 9);
    float[] drive = Numbers.floats(3 * size, 10);
    short[] valid = masks(vectors, 11);
    int half = vectors / 2;
    kernels.membraneSteps().advance(membranes(), before, after, g, drive, valid, 0, half);
    kernels.membraneSteps().advance(membranes(), before, after, g, drive, valid, half, vectors);
    return Numbers.bits(
        g, drive, after.v(), widen(after.spikes()), before.total(), widen(before.cut()));
  }

  static long[] retreat(Kernels kernels, int vectors, int finish, int begin) {
    int size = vectors * Lanes.FLOATS;
    StepPair pair =
        new StepPair(
            finish,
            begin,
            step(vectors, 20, true),
            step(vectors, 30, true),
            step(vectors, 40, true),
            step(vectors, 50, true));
    boolean voltages = finish == 2 && begin == 2;
    float[] none = {};
    DirectCostate direct =
        new DirectCostate(
            Numbers.floats(size, 60),
            Numbers.floats(size, 61),
            voltages ? Numbers.floats(size, 62) : none,
            voltages ? Numbers.floats(size, 63) : none);
    Costate costate = new Costate(Numbers.floats(size, 64), Numbers.floats(size * COMPONENTS, 65));
    AlignedFloats q = aligned(3 * 2 * size, 66);
    AlignedFloats answer = aligned(2 * size, 67);
    kernels
        .membraneSteps()
        .retreat(membranes(), membranes().idle(), pair, direct, costate, answer, q, 0, vectors);
    return Numbers.bits(costate.v(), costate.g(), floats(q), floats(answer));
  }

  static long[] pull(Kernels kernels, int rows, int columns, int width) {
    Csr w = Numbers.sparse(rows, columns, 0.4, 70);
    int entries = Math.ceilDiv(Math.max(columns, rows + 3) * width, Lanes.FLOATS) * Lanes.FLOATS;
    AlignedFloats q = aligned(2 * entries + 32, 71);
    AlignedFloats answer = aligned(2 * entries, 72);
    kernels.membraneSteps().pull(PanelRows.of(w, 1, rows), q, 32, answer, 3, width);
    float[] all = floats(answer);
    return Numbers.bits(all, Arrays.copyOf(all, 1));
  }
}
