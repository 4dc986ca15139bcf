#!/usr/bin/env bash
# The table of "Ablation" in docs/spiking.md: the losses of the published Stage 2 with and without a gradient for irregularity and
# for membrane variance, five seeds each, on 1000 neurons with as many synapses each as at the published size. About six minutes of
# processor time; further settings may follow.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
network=(recurrent.topology.num_neurons=1000 recurrent.topology.num_assemblies=4
  "recurrent.topology.conn_within=[[0.2,0.2],[0.4,0.2]]" "recurrent.topology.conn_between=[[0.32,0.32],[0.32,0.32]]"
  feedforward.topology.num_neurons=300 "feedforward.topology.conn_inputs=[[0.25,0.25]]")
training=(firing_rate.level=neuron silent.gradient=published simulation.duration=20000 training.batch_size=16 training.chunks_per_update=2
  training.plot_size=50 evaluation.duration=5000
  hyperparameters.loss_weight.cv=0.5 hyperparameters.loss_weight.silent_penalty=0.1
  hyperparameters.loss_weight.membrane_variance=10.0 hyperparameters.loss_weight.weight_ratio=0.01)
published=(cv.gradient=none compat.membrane_variance=detached membrane_variance.statistics=chunk)
irregularity=(cv.gradient=insertion)
membrane=(compat.membrane_variance=attached membrane_variance.statistics=running)
HOMEOSTAT="${HOMEOSTAT:-./homeostat}"
for variant in published cv membrane both; do
  settings=("${published[@]}")
  case $variant in
    cv) settings=(compat.membrane_variance=detached membrane_variance.statistics=chunk "${irregularity[@]}") ;;
    membrane) settings=(cv.gradient=none "${membrane[@]}") ;;
    both) settings=("${irregularity[@]}" "${membrane[@]}") ;;
  esac
  $HOMEOSTAT sweep experiments/homeostatic-plasticity-quick.toml run.seed=1..5 "run.name=ablation-$variant" \
    "${network[@]}" "${training[@]}" "${settings[@]}" "$@"
done
