package homeostat.kinds.spiking.legacy;

import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code run_experiment.py [FILE] [--no-commit]}: runs an {@code experiment.toml} or a parameter
 * file.
 */
public final class RunExperiment implements LegacyScript {
  private static final String DEFAULT = "workspace/experiment.toml";

  @Override
  public String script() {
    return "run_experiment.py";
  }

  @Override
  public String summary() {
    return "spiking networks: an experiment.toml or parameter file becomes a run";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    List<String> files = new ArrayList<>();
    for (String argument : arguments) {
      switch (argument) {
        case "--grid" ->
            throw new UserError(
                "run_experiment.py --grid: a generator in Python cannot be read; write its values"
                    + " as [[grid.axis]] into the parameter file and use homeostat sweep FILE");
        case "--no-commit" -> {
          // provenance is recorded in any case, and nothing is refused for it
        }
        default -> {
          if (argument.startsWith("-")) {
            throw new UserError(
                "run_experiment.py: unknown option "
                    + argument
                    + "; it takes a file, --no-commit and --grid");
          }
          files.add(argument);
        }
      }
    }
    if (files.size() > 1) {
      throw new UserError("run_experiment.py takes one file, not " + files.size());
    }
    Path file = Path.of(files.isEmpty() ? DEFAULT : files.getFirst());
    return ExperimentFile.of(file)
        .map(ExperimentFile::translated)
        .orElse(List.of("run", file.toString()));
  }
}
