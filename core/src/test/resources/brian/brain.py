"""The published whole-brain model in Brian2's C++ standalone mode, for given wiring and input events.

python3 brain.py IN.npz OUT.npz FOLDER: IN has neurons, sender, receiver, count, input_step, input_neuron, steps.
"""
import sys

import numpy as np
from brian2 import (Network, NeuronGroup, SpikeGeneratorGroup, SpikeMonitor, Synapses, defaultclock, device, ms, mV,
                    prefs, run, set_device)

given = np.load(sys.argv[1])
prefs.devices.cpp_standalone.extra_make_args_unix = ["-j2"]
set_device("cpp_standalone", directory=sys.argv[3], build_on_run=True)
defaultclock.dt = 0.1 * ms
space = dict(v_0=-52 * mV, v_rst=-52 * mV, v_th=-45 * mV, t_mbr=20 * ms, tau=5 * ms)
cells = NeuronGroup(int(given["neurons"][0]),
                    """dv/dt = (v_0 - v + g) / t_mbr : volt (unless refractory)
                       dg/dt = -g / tau : volt (unless refractory)
                       rfc : second""",
                    method="exact", threshold="v > v_th", reset="v = v_rst; g = 0*mV", refractory="rfc",
                    namespace=space)
cells.v = -52 * mV
rfc = np.full(int(given["neurons"][0]), 2.2)
driven = np.unique(given["input_neuron"])
rfc[driven] = 0
cells.rfc = rfc * ms
wires = Synapses(cells, cells, "w : volt", on_pre="g += w", delay=1.8 * ms)
wires.connect(i=given["sender"], j=given["receiver"])
wires.w = given["count"] * 0.275 * mV
source = SpikeGeneratorGroup(len(driven), np.searchsorted(driven, given["input_neuron"]),
                             given["input_step"] * 0.1 * ms)
drive = Synapses(source, cells, on_pre="v += 250 * 0.275 * mV")
drive.connect(i=np.arange(len(driven)), j=driven)
spikes = SpikeMonitor(cells)
net = Network(cells, wires, source, drive, spikes)
net.run(int(given["steps"][0]) * 0.1 * ms)
steps = np.rint(np.asarray(spikes.t / ms) / 0.1).astype(np.int32)
neurons = np.asarray(spikes.i).astype(np.int32)
order = np.lexsort((neurons, steps))
np.savez(sys.argv[2], step=steps[order], neuron=neurons[order])
