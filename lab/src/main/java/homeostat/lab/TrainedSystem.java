package homeostat.lab;

import homeostat.dynamics.TangentStep;
import java.util.function.Supplier;

/**
 * The recurrent network of an experiment as a dynamical system, without input that changes.
 *
 * @param step makes its step, one for each thread
 * @param start a state to start from, [size]
 */
public record TrainedSystem(Supplier<TangentStep> step, double[] start) {}
