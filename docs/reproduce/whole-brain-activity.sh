#!/usr/bin/env bash
# The table of "Speed and activity" in docs/whole-brain.md. Ten minutes on two cores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bench() { ./homeostat bench whole-brain "$@" --quiet; }
for engine in frame dense auto; do
  bench engine=$engine seconds=10
  for pathways in 10 30 40 110; do
    bench engine=$engine pathways=$pathways seconds=1
  done
done
bench seconds=10 threads=2                      # one trial on two cores
for pathways in 10 30 40 110; do
  bench pathways=$pathways seconds=1 threads=2
done
bench seconds=10 trials=4 threads=2             # trials on two cores
bench split=4 seconds=10                        # more than 50 million separate synapses
bench precision=float32 seconds=10
bench engine=reference seconds=1 repeats=1 most_s=0
