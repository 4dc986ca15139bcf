package homeostat.kinds.memory;

import homeostat.array.Arrays;
import homeostat.kinds.memory.EpochScores.Scores;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All that outlives an epoch: the network and the curves so far, one value an epoch. */
final class MemoryState {
  final MemoryNetwork network;
  final double[] trainLoss;
  final double[] validateLoss;
  final double[] trialLoss;
  final double[] trainAccuracy;
  final double[] validateAccuracy;
  final double[] nullLoss;
  final double[] testLoss;
  final double[] testAccuracy;
  int epochs;

  /** [epoch] weights that are to have a file, until the next checkpoint writes them. */
  final NavigableMap<Integer, Arrays> kept = new TreeMap<>();

  private Optional<Findings> findings = Optional.empty();

  MemoryState(MemoryNetwork network, int epochs) {
    this.network = network;
    trainLoss = new double[epochs];
    validateLoss = new double[epochs];
    trialLoss = new double[epochs];
    trainAccuracy = new double[epochs];
    validateAccuracy = new double[epochs];
    nullLoss = new double[epochs];
    testLoss = new double[epochs];
    testAccuracy = new double[epochs];
  }

  void add(EpochScores scores) {
    Scores train = scores.train();
    Scores validate = scores.validate();
    trainLoss[epochs] = train.loss();
    validateLoss[epochs] = validate.loss();
    trialLoss[epochs] = validate.trialLoss();
    trainAccuracy[epochs] = train.accuracy();
    validateAccuracy[epochs] = validate.accuracy();
    nullLoss[epochs] = validate.nullLoss();
    testLoss[epochs] = scores.test().loss();
    testAccuracy[epochs] = scores.test().accuracy();
    epochs++;
    findings = Optional.empty();
  }

  /** What the network is like now; figure and table share it. */
  Findings findings(Supplier<Findings> made) {
    Findings found = findings.orElseGet(made);
    findings = Optional.of(found);
    return found;
  }

  Arrays curves() {
    return Arrays.builder()
        .put("train_loss", java.util.Arrays.copyOf(trainLoss, epochs))
        .put("validate_loss", java.util.Arrays.copyOf(validateLoss, epochs))
        .put("trial_loss", java.util.Arrays.copyOf(trialLoss, epochs))
        .put("train_accuracy", java.util.Arrays.copyOf(trainAccuracy, epochs))
        .put("validate_accuracy", java.util.Arrays.copyOf(validateAccuracy, epochs))
        .put("null_loss", java.util.Arrays.copyOf(nullLoss, epochs))
        .put("test_loss", java.util.Arrays.copyOf(testLoss, epochs))
        .put("test_accuracy", java.util.Arrays.copyOf(testAccuracy, epochs))
        .build();
  }

  Arrays save() {
    Arrays.Builder all =
        Arrays.builder().putAll("network/", network.save()).putAll("curves/", curves());
    kept.forEach((epoch, weights) -> all.putAll("kept/" + epoch + "/", weights));
    all.put("kept_epochs", kept.keySet().stream().mapToInt(Integer::intValue).toArray());
    return all.build();
  }

  MemoryState load(Arrays saved) {
    network.load(saved.below("network/"));
    Arrays curves = saved.below("curves/");
    epochs = curves.doubles("train_loss").length;
    take(curves, "train_loss", trainLoss);
    take(curves, "validate_loss", validateLoss);
    take(curves, "trial_loss", trialLoss);
    take(curves, "train_accuracy", trainAccuracy);
    take(curves, "validate_accuracy", validateAccuracy);
    take(curves, "null_loss", nullLoss);
    take(curves, "test_loss", testLoss);
    take(curves, "test_accuracy", testAccuracy);
    for (int epoch : saved.ints("kept_epochs")) {
      kept.put(epoch, saved.below("kept/" + epoch + "/"));
    }
    return this;
  }

  private static void take(Arrays curves, String name, double[] into) {
    double[] from = curves.doubles(name);
    System.arraycopy(from, 0, into, 0, from.length);
  }
}
