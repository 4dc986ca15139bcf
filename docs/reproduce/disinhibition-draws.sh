#!/bin/sh
# How a teacher and its student depend on their draw, in docs/disinhibition.md: the control cost of the first epoch
# for forty seeds, then the whole course for seven of them. About ten minutes of one free core.
set -e
cd "$(dirname "$0")/../.."
./homeostat sweep experiments/teacher-student.toml course.training=1 'student.rules=["approx"]' run.seed=1..40 \
    run.name=teacher-student-first "$@"
./homeostat sweep experiments/teacher-student.toml run.seed=1,2,3,4,5,6,35 run.name=teacher-student-draws "$@"
