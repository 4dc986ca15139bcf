package homeostat.lab;

/**
 * What a run will need, told before it starts.
 *
 * @param bytes peak memory of the whole process, within 25 % of what will be measured
 * @param steps number of steps
 * @param secondsPerStep rough time of a step on this machine; 0 if unknown
 * @param remedy which settings to change, and how, if it does not fit
 */
public record Estimate(long bytes, long steps, double secondsPerStep, String remedy) {}
