package homeostat.kinds.disinhibition.bench;

import homeostat.disinhibition.Targets;
import homeostat.kernel.Stream;

/** Drawn batches like those of grey images: half of the inputs zero, the others from 0 to 1. */
record BenchBatches(float[][] inputs, float[][] targets) {
  static BenchBatches draw(int count, int batch, int inputs, int classes, long seed) {
    float[][] x = new float[count][batch * inputs];
    float[][] y = new float[count][batch * classes];
    int[] labels = new int[batch];
    for (int b = 0; b < count; b++) {
      Stream pixels = Stream.of(seed, "bench-inputs").at(b);
      for (int i = 0; i < x[b].length; i++) {
        x[b][i] = (float) Math.max(0, 2 * pixels.uniform(i) - 1);
      }
      Stream classesOf = Stream.of(seed, "bench-labels").at(b);
      for (int i = 0; i < batch; i++) {
        labels[i] = (int) (classes * classesOf.uniform(i));
      }
      Targets.hard(classes).fill(labels, batch, y[b]);
    }
    return new BenchBatches(x, y);
  }
}
