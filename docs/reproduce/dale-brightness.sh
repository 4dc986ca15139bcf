#!/bin/sh
# The tables "Accuracy" and "What was found" of docs/dale.md: 38 trainings of five epochs and the report on twenty of them, about two
# hours on one core. run.dir and run.threads may be given; of each sweep the newest folder of its name there is used.
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
./homeostat sweep $file model.arch=dann model.norm=layer data.brightness_factor=0.0 run.seed=3..9 keep=true run.name=layer7 "$@"
three="$(newest three)/cells/arch=homeo_full_brightness_factor=0.0_seed="
layer="$(newest layer)/cells/brightness_factor=0.0_seed="
# Ten seeds of both, in batches of 100 and image by image.
./homeostat robustness "$three"* "$(newest seven)"/cells/* "$layer"* "$(newest layer7)"/cells/* \
    'changes.shifts=[-0.5,0.0,0.5]' 'adaptation.single_shifts=[0.5]' 'changes.contrasts=[]' 'changes.noises=[]' "$@"
# The figure: one seed of each, all shifts, 2000 images.
./homeostat robustness "$three"0 "$layer"0 'adaptation.single_shifts=[0.5]' changes.images=2000 "$@"
