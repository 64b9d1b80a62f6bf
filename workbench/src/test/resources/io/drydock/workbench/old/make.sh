#!/bin/sh
# Makes old-workspace.zip again: make.sh DISTRIBUTION FILE.zip
#
# DISTRIBUTION is the unpacked distribution of commit 83d3618 (version 0.1.0 before runs could be resumed without a name). The
# zip holds drawn pictures, a workspace with decisions, findings, a submission, one finished run and three that were
# stopped, and what that program itself makes of them (expected/). Needs a shell, Java 17 and nothing else. Times, process ids and
# the moments of the stops differ from one call to the next.
set -e
[ $# -eq 2 ] || { sed -n 2p "$0"; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
dist=$(cd "$1" && pwd)
case $2 in /*) zip=$2 ;; *) zip=$PWD/$2 ;; esac
drydock=$dist/bin/drydock
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DRYDOCK_JAVA_OPTS=-Duser.name=ann
cd "$folder"
java -cp "$dist/lib/*" "$here/DrawSet.java" .

# Copies: the first pair agrees, the last one does not.
row() { grep "^$1," ships/train.csv | cut -d, -f2; }
sha256sum ships/images/* | sort | uniq -w64 -D | sed 's/.*\///' > copies
agreeing=; conflicting=
while read -r one && read -r other; do
    if [ "$(row "$one")" = "$(row "$other")" ]; then agreeing=$one; else conflicting=$one; fi
done < copies
image() { grep -v -F -f copies ships/train.csv | sed -n "$(($1 + 1))p" | cut -d, -f1; }

"$drydock" init work --images ships/images --labels ships/train.csv --test ships/test.csv --sample ships/sample_submission.csv \
    --classes 1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers
"$drydock" split -w work --valid 0.3 --folds 3 --seed 42
"$drydock" audit -w work --no-report
labels() { verb=$1; shift; "$drydock" labels "$verb" -w work --by ann "$@"; }
labels relabel --yes "$(image 1)" --to 2 --why "a gun on the deck"
labels relabel --yes "$agreeing" --to 4 --why "its copy follows"
labels keep --yes "$conflicting" --why "the other copy is wrong"
labels drop --yes "$(image 2)" "$(image 3)" --why "no ship"
labels undo
labels unsure --yes "$(image 4)"

# The finished run. High rates: so few steps would move little else.
train() { "$drydock" train -w work --frozen-rate 0.05 --rate 0.01 --size 64x96 --batch 8 --frozen-batch 8 --workers 1 --threads 2 "$@"; }
train --recipe quick --weights thin.safetensors --freeze-to none --epochs 2+2
"$drydock" submit 1 -w work -o submission.csv
labels relabel --yes "$(image 5)" --to 3
labels drop --yes "$(image 6)"

# Stops a training by a signal when its events have come to a step.
stopped() {
    signal=$1; step=$2; shift 2; rm -f events; touch events
    "$drydock" train -w work --from 1 --json --frozen-rate 0.05 --rate 0.01 --size 64x96 --batch 8 --frozen-batch 1 \
        --freeze-to none --workers 1 --threads 2 "$@" >> events &
    trainer=$!
    until grep -q "$step" events; do kill -0 "$trainer"; sleep 0.02; done
    kill "-$signal" "$trainer"
    wait "$trainer" || true
}
stopped TERM '"event":"step","epoch":4' --recipe quick --epochs 2+4
stopped KILL '"event":"step","epoch":5' --recipe article --epochs 2+5 --keep-best true
stopped TERM '"event":"step","epoch":3,"stage":"frozen"' --recipe default --epochs 60+1
"$drydock" runs -w work
labels undo
labels unsure --yes "$(image 7)"

# What this program says of the labels, and where its own resumes end.
mkdir expected
"$drydock" labels export -w work -o expected/labels.csv
"$drydock" labels log -w work --limit 0 --json > expected/log.json
"$drydock" review -w work --show all --limit 1000 --images > expected/review.txt
"$drydock" train -w work --recipe default --model tf_efficientnet_lite0 --weights none --dry-run > expected/dry-run.txt
"$drydock" predict 1 -w work -o expected/predict-1.csv
cp -r work resumed
for run in 2 3 4; do
    "$drydock" resume "$run" -w resumed
    cp resumed/runs/000$run-*/probabilities-valid.csv "expected/valid-$run.csv"
    grep '"event":"epoch"' resumed/runs/000$run-*/metrics.jsonl > "expected/epochs-$run.jsonl"
done
rm -rf resumed work/cache work/runs/0001-*/checkpoint events copies
rm -f "$zip"
jar --create --no-manifest --file "$zip" ships work expected thin.safetensors
