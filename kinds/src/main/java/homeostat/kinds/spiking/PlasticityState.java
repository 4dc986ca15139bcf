package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.kinds.spiking.figures.History;
import homeostat.kinds.spiking.recording.LossAverages;
import homeostat.kinds.spiking.recording.ProbeWindow;
import homeostat.kinds.spiking.recording.SpikeWindow;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.learning.TrainingState;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that outlives a step of {@link PlasticityExperiment}; a step updates it in place. */
final class PlasticityState {
  TrainingState training;
  Arrays input;
  final SpikeWindow spikes;
  final SpikeWindow inputSpikes;
  final ProbeWindow probes;
  final LossAverages losses;
  final History history;
  final Map<String, Double> updateNumbers = new LinkedHashMap<>();

  PlasticityState(
      TrainingState training,
      Arrays input,
      SpikeWindow spikes,
      SpikeWindow inputSpikes,
      ProbeWindow probes,
      LossAverages losses,
      History history) {
    this.training = training;
    this.input = input;
    this.spikes = spikes;
    this.inputSpikes = inputSpikes;
    this.probes = probes;
    this.losses = losses;
    this.history = history;
  }

  Arrays save(SpikingNetwork network) {
    Arrays.Builder numbers = Arrays.builder();
    updateNumbers.forEach((name, number) -> numbers.put(name, new double[] {number}));
    return Arrays.builder()
        .putAll("training/", training.save(network))
        .putAll("input/", input)
        .putAll("spikes/", spikes.save())
        .putAll("input_spikes/", inputSpikes.save())
        .putAll("probes/", probes.save())
        .putAll("losses/", losses.save())
        .putAll("history/", history.save())
        .putAll("update_numbers/", numbers.build())
        .build();
  }

  /** Fills this freshly started state from a saved one. */
  PlasticityState load(SpikingNetwork network, Arrays saved) {
    training = training.load(network, saved.below("training/"));
    input = saved.below("input/");
    spikes.restore(saved.below("spikes/"));
    inputSpikes.restore(saved.below("input_spikes/"));
    probes.restore(saved.below("probes/"));
    losses.restore(saved.below("losses/"));
    history.restore(saved.below("history/"));
    Arrays numbers = saved.below("update_numbers/");
    numbers.names().forEach(name -> updateNumbers.put(name, numbers.doubles(name)[0]));
    return this;
  }
}
