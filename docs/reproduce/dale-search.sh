#!/bin/sh
# The figures and the numbers of "Many networks" in docs/dale.md: 51 trainings of two epochs, about ten minutes on one core.
# run.dir and run.threads may be given; of each sweep the newest folder of its name there is used.
set -e
cd "$(dirname "$0")/../.."
dir=runs
for word in "$@"; do
  case "$word" in run.dir=*) dir="${word#run.dir=}" ;; esac
done
newest() { ls -dt "$dir/$1"-[0-9]* | head -1; }
file=experiments/dale-random-search.toml
small="grid.samples=4 train.epochs=2 data.brightness_factor=0.0 keep=true"
# shellcheck disable=SC2086
{
  ./homeostat sweep $file model.arch=dann run.name=search-dann $small "$@"
  ./homeostat sweep $file model.arch=dann model.norm=layer run.name=search-layer $small "$@"
  ./homeostat sweep $file run.name=search-homeo $small "$@"
}
./homeostat report "$(newest search-dann)" "$(newest search-layer)" "$(newest search-homeo)" out="$dir/search"

./homeostat sweep $file model.hidden_layer_width=120 model.normtype_detach=1 opt.lambda_homeo_var=1e-5,1e-4,1e-3,0.1,1.0 \
  data.brightness_factor=0.0,0.75 grid.samples=3 train.epochs=2 keep=true run.name=search-lambda "$@"
cells="experiments/dale-sequence-search.toml model.hidden_layer_width=100 grid.samples=3 train.epochs=2 keep=true"
# shellcheck disable=SC2086
{
  ./homeostat sweep $cells model.homeostasis=0 model.normtype=0,1 run.name=search-cells "$@"
  ./homeostat sweep $cells run.name=search-homeostatic-cells "$@"
}
./homeostat report "$(newest search-cells)" "$(newest search-homeostatic-cells)" out="$dir/search-cells-report"
./homeostat robustness "$(newest search-cells)"/cells/* "$(newest search-homeostatic-cells)"/cells/* changes.images=2000 \
  'changes.contrasts=[]' 'changes.noises=[]' 'adaptation.single_shifts=[]' "$@"
