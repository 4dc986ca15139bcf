#!/usr/bin/env bash
# The table of "Over seeds" in docs/spiking.md: the quick experiment with four seeds. Two minutes on two cores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./homeostat sweep experiments/homeostatic-plasticity-quick.toml run.seed=1..4 "$@"
