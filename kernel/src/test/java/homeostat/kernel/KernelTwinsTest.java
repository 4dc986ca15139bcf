package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KernelTwinsTest {
  private static final int[] LENGTHS = {0, 1, 7, 16, 33, 1021};
  private static final Kernels SCALAR = Kernels.scalar("the twin of a test");

  /** The build starts tests with the vector module, so the scalar twin here would be a defect. */
  @Test
  void theSimdKernelsAreInUseWhereTheMachineHasThem() {
    assertEquals("the twin of a test", SCALAR.reason());
    String arch = System.getProperty("os.arch");
    assumeTrue(arch.equals("amd64") || arch.equals("aarch64"), arch + " may have no vectors");
    assumeTrue(System.getProperty("homeostat.kernels") == null, "the kernels were chosen by hand");
    assertEquals("simd-", Kernels.active().name().substring(0, 5), Kernels.active().reason());
  }

  @TestFactory
  List<DynamicTest> simdAndScalarAgreeToTheBit() {
    var tests = new ArrayList<DynamicTest>();
    for (int length : LENGTHS) {
      for (KernelCase each : KernelCase.all(length)) {
        tests.add(
            DynamicTest.dynamicTest(
                each.name() + " of " + length,
                () ->
                    assertArrayEquals(
                        each.run().apply(SCALAR), each.run().apply(Kernels.active()))));
      }
    }
    return tests;
  }
}
