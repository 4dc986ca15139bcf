package homeostat.kinds.memory.curves;

import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A folder of results in the published layout: {@code folder_index.txt} and, for each combination,
 * its learning curves.
 *
 * @param label what it is called in figures
 * @param combinations in the order of the index
 */
public record ResultsFolder(String label, List<Combination> combinations) {

  /** Copies the list. */
  public ResultsFolder {
    combinations = List.copyOf(combinations);
  }

  /**
   * One combination of the grid.
   *
   * @param tuple its values as the index writes them
   * @param trainLoss [iteration][epoch]
   * @param validateLoss [iteration][epoch]
   * @param trainAccuracy [iteration][epoch] in %, for tasks with classes
   * @param validateAccuracy [iteration][epoch] in %, for tasks with classes
   */
  public record Combination(
      String tuple,
      double[][] trainLoss,
      double[][] validateLoss,
      Optional<double[][]> trainAccuracy,
      Optional<double[][]> validateAccuracy) {}

  /**
   * Reads a folder.
   *
   * @throws UserError naming the file that is missing or damaged
   */
  public static ResultsFolder read(Path folder, String label) {
    Path index = folder.resolve("folder_index.txt");
    List<Combination> all = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(index)) {
        String[] words = line.strip().split(" ", 2);
        if (words.length == 2) {
          all.add(combination(folder.resolve(words[0]), words[1]));
        }
      }
    } catch (IOException e) {
      throw new UserError(
          index
              + ": cannot be read; name the folder that a published run, or a sweep below"
              + " published/, left");
    } catch (FormatException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
    if (all.isEmpty()) {
      throw new UserError(index + ": lists no combination");
    }
    return new ResultsFolder(label, all);
  }

  private static Combination combination(Path folder, String tuple) {
    return new Combination(
        tuple,
        table(folder.resolve("train_loss_all.npy")),
        table(folder.resolve("validate_loss_all.npy")),
        optional(folder.resolve("train_metrics_all.npy")),
        optional(folder.resolve("validate_metrics_all.npy")));
  }

  private static Optional<double[][]> optional(Path file) {
    return Files.isRegularFile(file) ? Optional.of(table(file)) : Optional.empty();
  }

  private static double[][] table(Path file) {
    NdArray array = Npy.read(file);
    if (array.shape().length != 2 || array.size() == 0) {
      throw new FormatException(
          file, "", "has shape " + Arrays.toString(array.shape()) + "; iterations x epochs is due");
    }
    int epochs = array.shape()[1];
    double[][] rows = new double[array.shape()[0]][epochs];
    for (int k = 0; k < array.size(); k++) {
      rows[k / epochs][k % epochs] = array.at(k);
    }
    return rows;
  }
}
