package homeostat.kernel.simd;

import homeostat.kernel.Kernels;
import java.util.function.Supplier;

/** Makes the SIMD kernels; {@link Kernels} finds it by name, so that the JVM starts without it. */
public final class SimdKernels implements Supplier<Kernels> {
  @Override
  public Kernels get() {
    int bits = FloatLanes.SPECIES.vectorBitSize();
    if (bits < 128 || bits > 512 || DoubleLanes.SPECIES.vectorBitSize() != bits) {
      return Kernels.scalar("vectors of " + bits + " bits have no kernels");
    }
    return new Kernels(
        "simd-" + bits,
        "vectors of " + bits + " bits",
        new SimdElementwise(),
        new SimdTranscendental(),
        new SimdUpdates(),
        new SimdReductions(),
        new SimdDense(),
        new SimdSparsePanels(),
        new SimdUniforms(),
        new SimdMembraneSteps(),
        new SimdPotentials());
  }
}
