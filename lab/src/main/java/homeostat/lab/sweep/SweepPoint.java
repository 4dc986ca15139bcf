package homeostat.lab.sweep;

import homeostat.lab.config.Resolved;
import java.util.List;

/**
 * One point of a sweep: a config that was checked.
 *
 * @param name short, unique, fit for a folder, for example {@code seed=42,num_neurons=100}
 * @param settings what this point sets, as {@code key=value}
 * @param config the whole config
 */
public record SweepPoint(String name, List<String> settings, Resolved<?> config) {}
