#!/usr/bin/env bash
# The table and the figure of "Two forms of the membrane-variance loss" in docs/spiking.md: the first 250 chunks of the published
# parameter file, with the gradient of the loss and without. About 15 minutes a run on one core; 1.6 GB each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
file=kinds/src/test/resources/published/homeostatic-plasticity.toml
for form in attached detached; do
  ./homeostat run "$file" run.name="membrane-$form" compat.membrane_variance="$form" \
    simulation.duration=25000 evaluation.duration=2000 "$@"
done
./homeostat compare "$(ls -td runs/membrane-attached-* | head -1)" "$(ls -td runs/membrane-detached-* | head -1)"
