package homeostat.kinds.lyapunov.trained;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.kernel.Parallel;
import homeostat.kinds.lyapunov.config.ModelSection;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.Setup;
import homeostat.lab.TrainedSystem;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.RunFolder;
import homeostat.rate.CellWeights;
import homeostat.rate.RecurrentCell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/** Networks that were trained, by a run of ours or elsewhere. */
public final class TrainedNetworks {
  private TrainedNetworks() {}

  /** The one that a section names, if it names one. */
  public static Optional<TrainedSystem> of(ModelSection section, Setup setup) {
    if (section.of().isPresent()) {
      return Optional.of(ofRun(section.of().get(), setup));
    }
    return section.model().isPresent()
        ? section.model().map(file -> ofFile(file, section, setup.note()))
        : KnownSystems.of(section.system());
  }

  private static TrainedSystem ofRun(Path path, Setup setup) {
    RunFolder folder = RunFolder.open(path);
    Resolved<?> resolved = ConfigLoader.load(folder.config().toString(), List.of(), Kinds.all());
    Checkpoints checkpoints = new Checkpoints(folder.checkpoints());
    Checkpoint checkpoint =
        Files.exists(checkpoints.best())
            ? Checkpoint.read(checkpoints.best())
            : checkpoints
                .newest(_ -> "", setup.note())
                .orElseThrow(() -> new UserError(path + ": the run has no checkpoint yet"));
    setup.note().accept("network of " + path + " after step " + checkpoint.nextStep());
    Optional<TrainedSystem> system;
    try {
      system = restored(resolved, setup.parallel(), setup.note(), checkpoint);
    } catch (NoSuchElementException e) {
      throw new UserError(
          path + ": its checkpoint is of another version of Homeostat (" + e.getMessage() + ")");
    }
    return system.orElseThrow(() ->
        new UserError(
            path
                + ": a run of "
                + resolved.kind().name()
                + " has no network whose tangent step is known"));
  }

  private static <C extends Record> Optional<TrainedSystem> restored(
      Resolved<C> resolved, Parallel parallel, Consumer<String> note, Checkpoint checkpoint) {
    Kind<C> kind = resolved.kind();
    Setup setup = new Setup(resolved.run().seed(), Long.MAX_VALUE, parallel, note);
    try (Experiment<?> experiment = kind.open(resolved.config(), setup)) {
      return system(experiment, checkpoint.state());
    }
  }

  private static <S> Optional<TrainedSystem> system(Experiment<S> experiment, Arrays state) {
    return experiment.system(experiment.restore(state));
  }

  private static TrainedSystem ofFile(Path file, ModelSection section, Consumer<String> note) {
    Arrays arrays =
        file.toString().endsWith(".safetensors") ? Safetensors.read(file) : Npz.read(file);
    int gates =
        switch (section.cell()) {
          case RNN -> 1;
          case GRU -> 3;
          case LSTM -> 4;
        };
    String name = recurrent(arrays, file, note);
    NdArray recurrent = arrays.get(name);
    int[] shape = recurrent.shape();
    if (shape.length != 2 || shape[0] != gates * shape[1]) {
      throw new FormatException(
          file,
          "weight_hh",
          "has shape "
              + java.util.Arrays.toString(shape)
              + "; of a cell with "
              + gates
              + (gates == 1 ? " gate" : " gates")
              + " it is [gates x units][units]: check cell=rnn|gru|lstm");
    }
    int units = shape[1];
    double[] none = new double[gates * units];
    double[] input = bias(arrays, name, "bias_ih", none);
    double[] bias = bias(arrays, name, "bias_hh", none);
    try {
      CellWeights weights = new CellWeights(units, gates, recurrent.toDoubles(), input, bias);
      RecurrentCell cell =
          switch (section.cell()) {
            case RNN -> new RecurrentCell.Elman(weights, section.rectified());
            case GRU -> new RecurrentCell.Gru(weights);
            case LSTM -> new RecurrentCell.Lstm(weights);
          };
      return new TrainedSystem(() -> cell, new double[cell.size()]);
    } catch (IllegalArgumentException e) {
      throw new FormatException(file, "", String.valueOf(e.getMessage()));
    }
  }

  /** The bias of the same layer as the recurrent weights. */
  private static double[] bias(Arrays arrays, String recurrent, String name, double[] none) {
    return arrays.find(recurrent.replace("weight_hh", name)).map(NdArray::toDoubles).orElse(none);
  }

  /**
   * The name of the recurrent weights: PyTorch's, of a cell or of a first layer, under any module.
   * Layers above do not act back on it.
   */
  private static String recurrent(Arrays arrays, Path file, Consumer<String> note) {
    List<String> all =
        arrays.names().stream().filter(name -> last(name).startsWith("weight_hh")).toList();
    List<String> first =
        all.stream().filter(name -> last(name).matches("weight_hh(_l0)?")).toList();
    if (first.isEmpty()) {
      throw new FormatException(
          file, "", "has no weight_hh or weight_hh_l0 among " + arrays.names());
    }
    if (first.size() > 1) {
      throw new FormatException(
          file,
          "",
          "has several recurrent networks, " + first + "; save the one that is meant alone");
    }
    if (all.size() > 1) {
      note.accept("of " + all + " only " + first.getFirst() + " is taken, the first layer");
    }
    return first.getFirst();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
