package homeostat.disinhibition.curve;

/**
 * A cell at the end of a trial.
 *
 * @param rate of the excitatory cell
 * @param change of its input synapse
 */
public record CurvePoint(double rate, double change) {}
