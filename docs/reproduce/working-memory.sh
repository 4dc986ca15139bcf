#!/usr/bin/env bash
# The comparison of docs/working-memory.md: connectomes of six animals against two null models, two tasks, with and without weights
# dealt out by rank, ten seeds: 720 trainings, some 20 minutes on one core. DATA is the folder with the files C_*.npy; results go
# to OUT (default: sweeps). Started again with the same OUT it goes on where it ended. HOMEOSTAT names another launcher.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
DATA=${1:?usage: $0 DATA [OUT]}
OUT=${2:-sweeps}
RUN=${HOMEOSTAT:-./homeostat}
mkdir -p "$OUT"

compare() { # connectome, what its rows are
  for task in seq_mem nback_mem; do
    epochs=100
    if [ $task = nback_mem ]; then epochs=150; fi
    found=$(find "$OUT" -maxdepth 1 -type d -name "memory-$1-$task-*" | sort | tail -n 1)
    if [ -n "$found" ]; then
      "$RUN" resume "$found" --quiet
    else
      "$RUN" sweep working-memory run.name="memory-$1-$task" run.dir="$OUT" run.threads=1 --quiet \
        wiring.connectome="$1" wiring.folder="$DATA" wiring.orientation="$2" \
        task.name=$task network.nonlinearity=relu training.lr=1e-3 training.epochs=$epochs \
        network.remap_w=signed,none wiring.null_model=none,degree_preserving,weight_shuffle seed=1..10
    fi
  done
}

compare Mouse_Gamanut_Normalized columns_are_senders
compare Macaque_Normalized rows_are_senders
compare Marmoset_Normalized rows_are_senders
compare Drosophila rows_are_senders
compare Human_Betzel_Normalized rows_are_senders
compare Mouse_Ypma_Oh rows_are_senders

"$RUN" compare "$OUT"/memory-*-nback_mem-* by=wiring.null_model against=none of=lowest_validate_loss out="$OUT"/nback
"$RUN" compare "$OUT"/memory-*-seq_mem-* by=wiring.null_model against=none of=lowest_validate_loss out="$OUT"/seq
"$RUN" compare "$OUT"/memory-*-nback_mem-* by=wiring.null_model against=none of=last_validate_accuracy out="$OUT"/accuracy
