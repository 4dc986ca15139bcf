package homeostat.lyapunov.system;

/**
 * The gradient of a loss with respect to a rate network.
 *
 * @param coupling d loss / d J, [receiver][sender]
 * @param bias d loss / d b, [unit]
 * @param gains d loss / d g, [type]
 * @param shifts d loss / d s, [type]
 * @param start d loss / d h(0), [unit]
 */
public record RateGradient(
    double[] coupling, double[] bias, double[] gains, double[] shifts, double[] start) {}
