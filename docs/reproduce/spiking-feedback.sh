#!/usr/bin/env bash
# Homeostasis by feedback and by the gradient, for docs/spiking.md: the response to a step of the input, rules and starting
# strengths, and the largest stable step. About ten minutes on two cores.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=${1:-runs}
file=experiments/homeostatic-feedback.toml
for rule in feedback backprop; do
  ./homeostat run $file training.learning_rule=$rule run.name=$rule run.dir="$out/step"
done
rates=firing_rate/excitatory/mean,firing_rate/inhibitory/mean
factors=scaling_factors/recurrent/excitatory_to_excitatory,scaling_factors/recurrent/inhibitory_to_excitatory
./homeostat compare "$out"/step/feedback-* "$out"/step/backprop-* out=docs/images/feedback-step metrics=$rates,$factors
rm docs/images/feedback-step.npz
./homeostat sweep $file scaling_factors.strength=0.3,1,3 feedback.scaling=opposed,cross,uniform run.name=starts run.dir="$out"
./homeostat sweep $file training.learning_rule=backprop scaling_factors.strength=0.3,1,3 run.name=starts-gradient run.dir="$out"
./homeostat sweep $file feedback.eta=0.1,0.2,0.4,0.8 feedback.scaling=opposed,cross run.name=steps run.dir="$out"
./homeostat sweep $file feedback.tau_r=1.0 feedback.eta=0.2,0.3,0.4 run.name=steps-slow run.dir="$out"
# Where it does not hold: strong recurrent synapses, and the gradient from three times the strengths.
./homeostat sweep experiments/homeostatic-plasticity-quick.toml training.learning_rule=feedback feedback.scaling=opposed,uniform \
  scaling_factors.strength=0.3,1,3 simulation.duration=40000 training.batch_size=16 evaluation.duration=4000 run.name=strong run.dir="$out"
./homeostat sweep $file training.learning_rule=backprop scaling_factors.strength=3 hyperparameters.surrgrad_scale=1.0,3.0 \
  run.name=surrogates run.dir="$out"
