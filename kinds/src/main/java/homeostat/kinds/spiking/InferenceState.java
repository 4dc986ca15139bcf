package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.kinds.spiking.recording.Probes;
import homeostat.kinds.spiking.recording.SpikeWindow;
import homeostat.kinds.spiking.recording.VoltageSums;
import homeostat.spiking.NetworkState;
import homeostat.spiking.SpikingNetwork;

/** What a running network has done so far; a step updates it in place. */
final class InferenceState {
  NetworkState network;
  Arrays input;
  final SpikeWindow spikes;
  final SpikeWindow inputSpikes;
  final VoltageSums voltages;
  final Probes probes;

  InferenceState(
      NetworkState network,
      Arrays input,
      SpikeWindow spikes,
      SpikeWindow inputSpikes,
      VoltageSums voltages,
      Probes probes) {
    this.network = network;
    this.input = input;
    this.spikes = spikes;
    this.inputSpikes = inputSpikes;
    this.voltages = voltages;
    this.probes = probes;
  }

  Arrays save(SpikingNetwork of) {
    return Arrays.builder()
        .putAll("network/", network.toArrays(of))
        .putAll("input/", input.copy())
        .putAll("spikes/", spikes.save())
        .putAll("input_spikes/", inputSpikes.save())
        .putAll("voltages/", voltages.save())
        .putAll("probes/", probes.save())
        .build();
  }

  InferenceState load(SpikingNetwork of, Arrays saved) {
    network = NetworkState.from(of, saved.below("network/"));
    input = saved.below("input/");
    spikes.restore(saved.below("spikes/"));
    inputSpikes.restore(saved.below("input_spikes/"));
    voltages.restore(saved.below("voltages/"));
    probes.restore(saved.below("probes/"));
    return this;
  }
}
