package homeostat.kernel.membrane;

/**
 * Gradient with respect to a state.
 *
 * @param v [entry] with respect to potentials
 * @param g [vector][component][lane] with respect to conductances
 */
public record Costate(float[] v, float[] g) {}
