"""Makes label-ties.json: small sets full of ties, with what cleanlab 2.9.0 makes of them.

Cut lists that end in a tie depend on NumPy's sort, which depends on the CPU. So each set is judged twice, the second time with
NumPy's vector instructions off, and kept only where both agree:
    python label-ties.py 52 fast.json
    NPY_DISABLE_CPU_FEATURES="AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR AVX2 FMA3 X86_V3 X86_V4" \
        python label-ties.py 52 plain.json
    python label-ties.py fast.json plain.json label-ties.json
"""
import json
import sys

import numpy as np
from cleanlab.count import compute_confident_joint
from cleanlab.filter import find_label_issues
from cleanlab.rank import get_label_quality_scores

FILTERS = ["prune_by_noise_rate", "prune_by_class", "both", "confident_learning", "predicted_neq_given"]
SCORES = ["self_confidence", "normalized_margin", "confidence_weighted_entropy"]


def drawn(seed):
    """Probabilities in eighths, a fifth of the rows moved by less or little more than cleanlab's tolerance."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(12, 40))
    k = int(rng.integers(2, 6))
    labels = rng.integers(0, k, n)
    p = np.zeros((n, k))
    for i in range(n):
        counts = np.zeros(k, int)
        weights = rng.dirichlet(np.ones(k) * 0.7)
        weights[labels[i]] += rng.choice([0, 0.5, 1])
        weights /= weights.sum()
        for _ in range(8):
            counts[rng.choice(k, p=weights)] += 1
        p[i] = counts / 8
        if rng.random() < 0.2:
            a, b = rng.permutation(k)[:2]
            moved = rng.choice([2e-7, 5e-7, 2e-6])
            if p[i, a] > moved:
                p[i, a] -= moved
                p[i, b] += moved
    return labels, p


def judged(seed):
    labels, p = drawn(seed)
    return {
        "seed": seed,
        "labels": labels.tolist(),
        "probabilities": p.tolist(),
        "joint": compute_confident_joint(labels, p, calibrate=True).tolist(),
        "filters": {
            f: np.flatnonzero(find_label_issues(labels, p, filter_by=f, n_jobs=1)).tolist() for f in FILTERS
        },
        "scores": {s: np.round(get_label_quality_scores(labels, p, method=s), 12).tolist() for s in SCORES},
    }


def write(sets, file):
    with open(file, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in sets) + "\n]\n")


if len(sys.argv) == 3:
    write([judged(seed) for seed in range(int(sys.argv[1]))], sys.argv[2])
else:
    fast, plain = (json.load(open(file)) for file in sys.argv[1:3])
    write([a for a, b in zip(fast, plain) if a["filters"] == b["filters"] and a["joint"] == b["joint"]], sys.argv[3])
