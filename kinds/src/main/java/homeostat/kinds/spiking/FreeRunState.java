package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.kinds.spiking.recording.ProbeWindow;
import homeostat.kinds.spiking.recording.Recorder;
import homeostat.kinds.spiking.recording.SpikeWindow;
import homeostat.kinds.spiking.recording.VoltageSums;
import homeostat.spiking.NetworkState;
import homeostat.spiking.SpikingNetwork;

/** What a running network has done so far; a step updates it in place. */
final class FreeRunState {
  NetworkState network;
  Arrays input;
  final SpikeWindow spikes;
  final SpikeWindow inputSpikes;
  final VoltageSums voltages;
  final MembraneRatio membranes;
  final ProbeWindow probes;
  final Recorder recorder;

  FreeRunState(
      NetworkState network,
      Arrays input,
      SpikeWindow spikes,
      SpikeWindow inputSpikes,
      VoltageSums voltages,
      MembraneRatio membranes,
      ProbeWindow probes,
      Recorder recorder) {
    this.network = network;
    this.input = input;
    this.spikes = spikes;
    this.inputSpikes = inputSpikes;
    this.voltages = voltages;
    this.membranes = membranes;
    this.probes = probes;
    this.recorder = recorder;
  }

  Arrays save(SpikingNetwork of) {
    return Arrays.builder()
        .putAll("network/", network.toArrays(of))
        .putAll("input/", input.copy())
        .putAll("spikes/", spikes.save())
        .putAll("input_spikes/", inputSpikes.save())
        .putAll("voltages/", voltages.save())
        .putAll("membranes/", membranes.save())
        .putAll("probes/", probes.save())
        .putAll("recorder/", recorder.save())
        .build();
  }

  FreeRunState load(SpikingNetwork of, Arrays saved) {
    network = NetworkState.from(of, saved.below("network/"));
    input = saved.below("input/");
    spikes.restore(saved.below("spikes/"));
    inputSpikes.restore(saved.below("input_spikes/"));
    voltages.restore(saved.below("voltages/"));
    membranes.restore(saved.below("membranes/"));
    probes.restore(saved.below("probes/"));
    recorder.restore(saved.below("recorder/"));
    return this;
  }
}
