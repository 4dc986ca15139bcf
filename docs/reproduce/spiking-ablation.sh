#!/usr/bin/env bash
# The table of "Ablation" in docs/spiking.md: the losses of the published Stage 2 with and without a gradient for irregularity and
# for membrane variance, five seeds each, on 1000 neurons. About ten minutes of processor time; further settings may follow.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
network=(recurrent.topology.num_neurons=1000
  "recurrent.topology.conn_within=[[0.2,0.2],[0.3,0.2]]" "recurrent.topology.conn_between=[[0.1,0.1],[0.1,0.1]]"
  feedforward.topology.num_neurons=400 "feedforward.topology.conn_inputs=[[0.125,0.125]]")
losses=(firing_rate.level=neuron silent.gradient=published membrane_variance.statistics=running
  hyperparameters.loss_weight.cv=0.5 hyperparameters.loss_weight.silent_penalty=0.1
  hyperparameters.loss_weight.membrane_variance=10.0 hyperparameters.loss_weight.weight_ratio=0.01)
training=(simulation.duration=50000 training.batch_size=16 training.chunks_per_update=2 training.plot_size=50
  evaluation.duration=5000 hyperparameters.learning_rate=0.02 hyperparameters.learning_rate_end=0.0005)
${HOMEOSTAT:-./homeostat} sweep experiments/homeostatic-plasticity-quick.toml run.name=ablation run.seed=1..5 \
  compat.membrane_variance=detached,attached cv.gradient=none,insertion "${network[@]}" "${losses[@]}" "${training[@]}" "$@"
