#!/bin/sh
# The table of trained weights in docs/disinhibition.md, "How near to the gradient", and the accuracy under stronger
# feedback below it: about fifteen minutes of one free core. Cosines are in training_metrics.csv of each study.
set -e
cd "$(dirname "$0")/../.."
KIND=disinhibitory-classifier
HERE=runs/alignment
./homeostat run $KIND model.vf.name=dale trainer.name=exact-inv epochs=1 dataset.valid_split=0.9 run.seed=1 \
    run.dir=$HERE/batches "$@"
./homeostat run $KIND model.vf.name=dale trainer.name=exact-inv epochs=4 run.seed=1 run.dir=$HERE/exact "$@"
./homeostat run $KIND model.vf.name=dale trainer.name=lin-thresh epochs=4 run.seed=1 run.dir=$HERE/line "$@"
STUDY="run credit-alignment model.vf.name=dale study.batches=20 study.gains=[0.6] study.norms=[1.0,4.0,16.0,64.0]"
./homeostat $STUDY run.seed=1 run.dir=$HERE/drawn-study "$@"
for WEIGHTS in batches exact line; do
    FILE=$(ls -t $HERE/$WEIGHTS/*/weights/final.npz | head -1)
    ./homeostat $STUDY study.weights="$FILE" run.dir=$HERE/$WEIGHTS-study "$@"
done
./homeostat sweep $KIND epochs=4 model.vf.name=dale trainer.name=lin-thresh trainer.average_fb_weights=false,true \
    trainer.norm_val=4,16 run.seed=1..3 keep=true run.name=accuracy-norm "$@"
./homeostat sweep $KIND epochs=4 model.vf.name=dale trainer.name=exact-inv trainer.norm_val=4 run.seed=1..3 keep=true \
    run.name=accuracy-norm-exact "$@"
