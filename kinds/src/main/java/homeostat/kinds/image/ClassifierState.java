package homeostat.kinds.image;

import homeostat.array.Arrays;
import homeostat.kinds.image.figures.EpochTable;

/** All that outlives a step of {@link ClassifierExperiment}; a step updates it in place. */
final class ClassifierState {
  final Learner learner;

  /** Of the epoch so far. */
  final Tally train;

  /** After the last whole epoch. */
  final Tally validation;

  /** After the last whole epoch. */
  final Tally test;

  final EpochTable epochs = new EpochTable();

  ClassifierState(Learner learner, int classes) {
    this.learner = learner;
    this.train = new Tally(classes);
    this.validation = new Tally(classes);
    this.test = new Tally(classes);
  }

  Arrays save() {
    return Arrays.builder()
        .putAll("learner/", learner.save())
        .putAll("train/", train.save())
        .putAll("validation/", validation.save())
        .putAll("test/", test.save())
        .putAll("epochs/", epochs.save())
        .build();
  }

  ClassifierState load(Arrays saved) {
    learner.load(saved.below("learner/"));
    train.load(saved.below("train/"));
    validation.load(saved.below("validation/"));
    test.load(saved.below("test/"));
    epochs.load(saved.below("epochs/"));
    return this;
  }
}
