#!/bin/sh
# The table "Accuracy" of docs/gradient.md: three seeds at two learning rates, about two minutes on one core.
set -e
cd "$(dirname "$0")/../.."
./homeostat sweep experiments/fashion-mnist-mlp.toml run.seed=0,1,2 training.learning_rate=0.0098,0.05 "$@"
