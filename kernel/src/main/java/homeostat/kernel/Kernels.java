package homeostat.kernel;

import homeostat.kernel.membrane.MembraneSteps;
import homeostat.kernel.scalar.ScalarDense;
import homeostat.kernel.scalar.ScalarElementwise;
import homeostat.kernel.scalar.ScalarMembraneSteps;
import homeostat.kernel.scalar.ScalarPotentials;
import homeostat.kernel.scalar.ScalarReductions;
import homeostat.kernel.scalar.ScalarSparsePanels;
import homeostat.kernel.scalar.ScalarTranscendental;
import homeostat.kernel.scalar.ScalarUniforms;
import homeostat.kernel.scalar.ScalarUpdates;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;

/**
 * One implementation of every kernel. The choice is made once: SIMD where the vector module was
 * added to the JVM and vectors have at least 128 bits, else the scalar twin; {@code
 * -Dhomeostat.kernels=scalar} forces the scalar one. All implementations give the same bits.
 *
 * @param name {@code simd-512}, {@code simd-256}, {@code simd-128} or {@code scalar}
 * @param reason why this one and, if it is the scalar one, what keeps SIMD away
 * @param elementwise arithmetic, element by element
 * @param transcendental elementary functions, element by element
 * @param updates fused updates of states and parameters
 * @param reductions sums
 * @param dense products of dense matrices
 * @param sparsePanels products of sparse matrices with dense panels
 * @param uniforms blocks of random numbers
 * @param membraneSteps steps of membranes with synaptic conductances, and their adjoint
 * @param potentials threshold crossings of membrane potentials
 */
public record Kernels(
    String name,
    String reason,
    Elementwise elementwise,
    Transcendental transcendental,
    Updates updates,
    Reductions reductions,
    Dense dense,
    SparsePanels sparsePanels,
    Uniforms uniforms,
    MembraneSteps membraneSteps,
    Potentials potentials) {
  private static final String PROPERTY = "homeostat.kernels";
  private static final String MODULE = "jdk.incubator.vector";
  private static final String SIMD = "homeostat.kernel.simd.SimdKernels";

  /** The implementation in use. */
  public static Kernels active() {
    return Active.KERNELS;
  }

  /** The scalar twin. */
  public static Kernels scalar(String reason) {
    return new Kernels(
        "scalar",
        reason,
        new ScalarElementwise(),
        new ScalarTranscendental(),
        new ScalarUpdates(),
        new ScalarReductions(),
        new ScalarDense(),
        new ScalarSparsePanels(),
        new ScalarUniforms(),
        new ScalarMembraneSteps(),
        new ScalarPotentials());
  }

  private static Kernels choose() {
    String wanted = System.getProperty(PROPERTY, "simd");
    if (wanted.equals("scalar")) {
      return scalar("-D" + PROPERTY + "=scalar was given");
    }
    if (!wanted.equals("simd")) {
      throw new IllegalArgumentException(
          "-D" + PROPERTY + "=" + wanted + ": the values are simd and scalar");
    }
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return scalar("started without --add-modules " + MODULE);
    }
    try {
      Object made = Class.forName(SIMD).getDeclaredConstructor().newInstance();
      return (Kernels) ((Supplier<?>) made).get();
    } catch (InvocationTargetException e) {
      return scalar("the SIMD kernels did not start: " + e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      return scalar("the SIMD kernels did not start: " + e);
    }
  }

  private static final class Active {
    private static final Kernels KERNELS = choose();
  }
}
