#!/usr/bin/env bash
# The tables and figures of docs/lyapunov.md. About an hour and a half of processor time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=${1:-runs}
for g in 2 3 5; do
  ./homeostat run lyapunov-spectrum network.n=1000 network.g=$g spectrum.nle=1 spectrum.tsim=150 run.name=n1000-g$g run.dir="$out"
done
for name in lyapunov-spectrum lyapunov-convergence transition-to-chaos published-jacobian spectrum-chart spectrum-training; do
  ./homeostat run experiments/$name.toml run.dir="$out"
done
./homeostat run experiments/spectrum-training.toml trained.train_weights=false trained.train_gains=true trained.train_shifts=true \
  target.lr=0.02 target.tsim=200 run.name=gains-shifts run.dir="$out"
# Gradient flossing: one delay, every method.
./homeostat run experiments/gradient-flossing.toml network.n_samples=1 task.epochs=600 "task.delays=[30]" flossing.every=200 run.dir="$out"
# The same with the published settings: half an hour, then the exclusive or, a quarter of one.
./homeostat run experiments/gradient-flossing.toml run.name=flossing run.dir="$out"
./homeostat run experiments/gradient-flossing.toml task.task=delayed_xor run.name=flossing-xor run.dir="$out"
for system in lorenz lorenz_wolf linear henon logistic cat rotor; do
  ./homeostat run lyapunov-spectrum system=$system spectrum.tsim=2000 spectrum.n_samples=3 spectrum.covariant=20 run.name=$system run.dir="$out"
done
./homeostat run lyapunov-benchmark run.dir="$out"
# The intervals of the stopping rule against runs twice as long at least: 20 networks.
common="network.n=200 network.g=5 spectrum.nle=3 spectrum.n_samples=20"
./homeostat run lyapunov-spectrum $common spectrum.tsim=4000 spectrum.tol=0.02 run.name=stopped run.dir="$out"
./homeostat run lyapunov-spectrum $common spectrum.tsim=8000 run.name=truth run.dir="$out"
for size in "n=100 k=100" "n=200 k=200" "n=500 k=500 tau=10" "n=500 k=50"; do
  for gradient in false true; do
    ./homeostat bench lyapunov $size precision=float32 gradient=$gradient
    ./homeostat bench lyapunov $size precision=float64 gradient=$gradient
  done
done
