#!/bin/sh
# The table "Accuracy" of docs/disinhibition.md: about twenty minutes of one free core.
set -e
cd "$(dirname "$0")/../.."
KIND=disinhibitory-classifier
./homeostat sweep $KIND epochs=4 trainer.name=bp model.vf.nb_hidden=3,1 run.seed=1..3 keep=true run.name=accuracy-bp "$@"
./homeostat sweep $KIND epochs=4 model.vf.name=dale trainer.name=exact-inv,lin-thresh \
    trainer.average_fb_weights=false,true model.vf.nb_hidden=3,1 run.seed=1..3 keep=true run.name=accuracy-local "$@"
./homeostat sweep $KIND epochs=12 trainer.name=bp run.seed=1..3 keep=true run.name=accuracy-long-bp "$@"
./homeostat sweep $KIND epochs=12 model.vf.name=dale trainer.name=exact-inv,lin-thresh run.seed=1..3 keep=true \
    run.name=accuracy-long-local "$@"
