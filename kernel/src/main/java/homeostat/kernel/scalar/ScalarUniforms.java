package homeostat.kernel.scalar;

import homeostat.kernel.Philox;
import homeostat.kernel.Uniforms;

/** {@link Uniforms} one block after the other. */
public final class ScalarUniforms implements Uniforms {
  @Override
  public void fill(long key, long branch, long block, float[] out, int from, int to) {
    int[] words = new int[4];
    long next = block;
    for (int i = from; i < to; i += 4) {
      Philox.block(key, next++, branch, words, 0);
      int n = Math.min(4, to - i);
      for (int w = 0; w < n; w++) {
        out[i + w] = (words[w] >>> 8) * 0x1.0p-24f;
      }
    }
  }
}
