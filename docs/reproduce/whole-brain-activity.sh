#!/usr/bin/env bash
# The table of "Speed and activity" in docs/whole-brain.md. Ten minutes on two cores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bench() { ./homeostat bench whole-brain "$@" --quiet; }
for pathways in 1 10 30 45 60; do
  for engine in frame dense auto; do
    bench engine=$engine pathways=$pathways seconds=1
  done
  bench engine=auto pathways=$pathways seconds=1 threads=2
done
bench engine=auto seconds=10 threads=2                # one trial on two cores
bench engine=auto seconds=10 trials=4 threads=2       # trials on two cores
bench engine=auto split=4 seconds=10                  # more than 50 million separate synapses
bench engine=auto precision=float32 seconds=10
bench engine=reference seconds=1 repeats=1
