package homeostat.kinds.disinhibition;

import homeostat.array.Arrays;
import homeostat.disinhibition.rule.RuleState;
import homeostat.disinhibition.rule.Score;
import homeostat.disinhibition.weights.TrainedWeights;
import homeostat.gradient.OptimiserState;
import homeostat.kinds.image.figures.EpochTable;

/** All that outlives a step of {@link ClassifierExperiment}; a step updates it in place. */
final class ClassifierState {
  final TrainedWeights trained;
  final OptimiserState moments;
  final RuleState rule;
  final EpochTally tally;
  final EpochTable epochs = new EpochTable();
  Score validation = Score.NONE;
  Score test = Score.NONE;
  Score subset = Score.NONE;

  ClassifierState(
      TrainedWeights trained, OptimiserState moments, RuleState rule, EpochTally tally) {
    this.trained = trained;
    this.moments = moments;
    this.rule = rule;
    this.tally = tally;
  }

  Arrays save() {
    return Arrays.builder()
        .putAll("parameters/", trained.parameters().save())
        .putAll("optimiser/", moments.save())
        .putAll("rule/", rule.save())
        .putAll("tally/", tally.save())
        .putAll("epochs/", epochs.save())
        .put("validation", EpochTally.numbers(validation))
        .put("test", EpochTally.numbers(test))
        .put("subset", EpochTally.numbers(subset))
        .build();
  }

  /** Fills this freshly started state from a saved one. */
  ClassifierState load(Arrays saved) {
    trained.parameters().load(saved.below("parameters/"));
    trained.refresh();
    moments.load(saved.below("optimiser/"));
    rule.load(saved.below("rule/"));
    tally.load(saved.below("tally/"));
    epochs.load(saved.below("epochs/"));
    validation = EpochTally.score(saved.doubles("validation"));
    test = EpochTally.score(saved.doubles("test"));
    subset = EpochTally.score(saved.doubles("subset"));
    return this;
  }
}
