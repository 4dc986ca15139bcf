#!/usr/bin/env bash
# The comparison of docs/working-memory.md: connectomes of six animals against their null models, two tasks, with and without
# weights dealt out by rank, ten seeds. DATA is the folder with the files C_*.npy; results go to OUT (default: sweeps).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
DATA=${1:?usage: $0 DATA [OUT]}
OUT=${2:-sweeps}

compare() { # connectome, what its rows are
  for task in seq_mem nback_mem; do
    ./homeostat sweep working-memory run.name="memory-$1-$task" run.dir="$OUT" --quiet \
      wiring.connectome="$1" wiring.folder="$DATA" wiring.orientation="$2" \
      task.name=$task network.nonlinearity=relu training.lr=1e-3 training.epochs=100 \
      network.remap_w=signed,none wiring.null_model=none,degree_preserving,weight_shuffle seed=1..10
    ./homeostat compare "$OUT"/memory-"$1"-$task-* by=wiring.null_model against=none of=lowest_validate_loss
  done
}

compare Drosophila rows_are_senders
compare Human_Betzel_Normalized rows_are_senders
compare Macaque_Normalized rows_are_senders
compare Marmoset_Normalized rows_are_senders
compare Mouse_Gamanut_Normalized columns_are_senders
compare Mouse_Ypma_Oh rows_are_senders
