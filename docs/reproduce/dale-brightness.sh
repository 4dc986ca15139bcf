#!/bin/sh
# The tables "Accuracy" and "What was found" of docs/dale.md: 38 trainings of five epochs and the reports on them, about an hour on
# one core. run.dir and run.threads may be given; the folders that are used are the newest of their names there.
set -e
cd "$(dirname "$0")/../.."
dir=runs
for word in "$@"; do
  case "$word" in run.dir=*) dir="${word#run.dir=}" ;; esac
done
newest() { ls -dt "$dir/$1"-[0-9]* | head -1; }
file=experiments/dale-brightness.toml
./homeostat sweep $file model.arch=mlp,dann,homeo_full data.brightness_factor=0.0,0.75 run.seed=0..2 keep=true run.name=three "$@"
./homeostat sweep $file model.arch=dann model.norm=layer data.brightness_factor=0.0,0.75 run.seed=0..2 keep=true run.name=layer "$@"
./homeostat sweep $file data.brightness_factor=0.0 run.seed=3..9 keep=true run.name=seven "$@"
few="changes.shifts=[-0.5,0.0,0.5] changes.contrasts=[] changes.noises=[] adaptation.single_shifts=[0.5]"
# shellcheck disable=SC2086
./homeostat robustness "$(newest three)"/cells/arch=homeo_full_brightness_factor=0.0_* "$(newest seven)"/cells/* $few "$@"
# shellcheck disable=SC2086
./homeostat robustness "$(newest layer)"/cells/brightness_factor=0.0_* $few "$@" \
    'adaptation.methods=["unit_tonic","unit_both","batch_statistics","entropy"]'
./homeostat robustness "$(newest three)"/cells/arch=homeo_full_brightness_factor=0.0_seed=0 \
    "$(newest layer)"/cells/brightness_factor=0.0_seed=0 'adaptation.single_shifts=[]' "$@"
