#!/bin/sh
# The figure and the numbers of "Many networks" in docs/dale.md: twelve trainings of two epochs, about three minutes on one core.
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
