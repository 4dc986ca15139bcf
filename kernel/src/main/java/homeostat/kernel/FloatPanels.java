package homeostat.kernel;

/**
 * A right operand of float32 products, laid out once by {@link Dense#prepare} for many left ones.
 * How the numbers lie is the business of the kernels that laid them out.
 *
 * @param rows rows of the operand
 * @param cols columns of the operand
 * @param data its numbers, and room between them
 */
public record FloatPanels(int rows, int cols, float[] data) {}
