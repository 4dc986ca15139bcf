package homeostat.kinds.dale;

import homeostat.array.Arrays;
import homeostat.kinds.image.Tally;
import homeostat.kinds.image.figures.EpochTable;
import homeostat.lab.Row;

/** All that outlives a step of {@link TrainingExperiment}; a step updates it in place. */
final class TrainingState {
  /** Where parameters are in what is saved. */
  static final String PARAMETERS = "learner/parameters/";

  final Learner learner;

  /** Answers during the epoch so far, before learning from them. */
  final Tally online;

  /** Measurements during the epoch so far. */
  final Averages measured = new Averages();

  /** Rows of all whole epochs. */
  final EpochTable epochs = new EpochTable();

  /** The row of the last whole epoch. */
  Row last = new Row();

  TrainingState(Learner learner, int classes) {
    this.learner = learner;
    this.online = new Tally(classes);
  }

  Arrays save() {
    Arrays.Builder row = Arrays.builder();
    last.asMap()
        .forEach((name, value) -> row.put(name, new double[] {((Number) value).doubleValue()}));
    return Arrays.builder()
        .putAll("learner/", learner.save())
        .putAll("online/", online.save())
        .putAll("measured/", measured.save())
        .putAll("epochs/", epochs.save())
        .putAll("last/", row.build())
        .build();
  }

  TrainingState load(Arrays saved) {
    learner.load(saved.below("learner/"));
    online.load(saved.below("online/"));
    measured.load(saved.below("measured/"));
    epochs.load(saved.below("epochs/"));
    last = new Row();
    Arrays row = saved.below("last/");
    row.names().forEach(name -> last.put(name, row.doubles(name)[0]));
    return this;
  }
}
