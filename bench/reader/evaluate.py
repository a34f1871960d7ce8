"""What a reader adds to the product's order and refusals, from the candidates that `candidates.ts` wrote.

    MINILM=…/package/model python evaluate.py CANDIDATES.jsonl READER.pt [--headline] [--fit OTHER.jsonl] [--scores FILE.json]

Prints how often the sentence that answers comes first and among the first three (of all answerable questions): product
alone, reader alone, merged. Weights are fitted with each event left out in turn, or on `--fit`'s candidates.
"""
import argparse
import json
import math
import os

import torch

from model import WordPieces, encode, load

WEIGHTS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 5]


def rows_of(path):
    with open(path, encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def give_scores(rows, reader, pieces, headline):
    """Puts the reader's score beside the product's in each candidate."""
    inputs = [encode(pieces, row["q"], c["text"], c["headline"] if headline else "") for row in rows for c in row["candidates"]]
    scores = iter(reader.score(inputs))
    for row in rows:
        for candidate in row["candidates"]:
            candidate["reader"] = next(scores)


def place(row, weight, product=1, what="gold"):
    """Where the first sentence that answers stands, or None; with `shown`, the first whose excerpt does."""
    order = sorted(row["candidates"], key=lambda c: -(product * c["score"] + weight * c["reader"]))
    return next((i for i, c in enumerate(order) if c[what]), None)


def counts(rows, weight, product=1, what="gold"):
    """How many have the answer first, and in the first three."""
    places = [place(row, weight, product, what) for row in rows if row["answerable"]]
    found = [p for p in places if p is not None]
    return sum(p == 0 for p in found), sum(p < 3 for p in found), len(places)


def best_weight(rows):
    def worth(weight):
        first, three, _ = counts(rows, weight)
        return first + 0.5 * three
    return max(WEIGHTS, key=worth)


def signals(row):
    """What tells an answerable question: the product's confidence, the reader's best score and how far it stands out."""
    scores = sorted((c["reader"] for c in row["candidates"]), reverse=True) or [-8.0]
    second = scores[1] if len(scores) > 1 else -8.0
    return [row["confidence"], scores[0], scores[0] - second]


def auc(pairs):
    right, wrong = [v for v, y in pairs if y], [v for v, y in pairs if not y]
    better = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return better / max(1, len(right) * len(wrong))


def logistic(cases):
    """Weights and bias of a logistic regression, each class counting the same, by L-BFGS."""
    x = torch.tensor([[*s, 1.0] for s, _ in cases], dtype=torch.double)
    y = torch.tensor([float(a) for _, a in cases], dtype=torch.double)
    w = torch.zeros(x.shape[1], dtype=torch.double, requires_grad=True)
    balance = torch.where(y > 0, 0.5 / y.sum(), 0.5 / (1 - y).sum())
    optimizer = torch.optim.LBFGS([w], max_iter=200)

    def closure():
        optimizer.zero_grad()
        loss = (balance * torch.nn.functional.binary_cross_entropy_with_logits(x @ w, y, reduction="none")).sum() + 1e-3 * (w[:-1] ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return w.detach().tolist()


def interval(differences):
    """Mean difference with its 95 % interval."""
    n = len(differences)
    mean = sum(differences) / n
    half = 1.96 * math.sqrt(sum((d - mean) ** 2 for d in differences) / n / n)
    return f"{mean:+.3f} [{mean - half:+.3f}, {mean + half:+.3f}]"


def dot(weights, values):
    return sum(w * v for w, v in zip(weights, [*values, 1.0]))


def report(rows, fitted_on):
    answerable = [row for row in rows if row["answerable"]]
    show = lambda name, c: print(f"  {name}: first {c[0] / c[2]:.3f} top3 {c[1] / c[2]:.3f} of {c[2]}")
    print(f"  among the candidates: {sum(any(c['gold'] for c in row['candidates']) for row in answerable) / len(answerable):.3f}")
    show("product", counts(rows, 0))
    show("reader ", counts(rows, 1, 0))
    show("product's excerpts", counts(rows, 0, what="shown"))
    show("excerpts of the merged order, weight 1.5", counts(rows, 1.5, what="shown"))
    events = sorted({row["set"] for row in rows})
    merged, judged, gains, gains3 = [0, 0, 0], [], [], []
    for event in events:
        own = [row for row in rows if row["set"] == event]
        rest = fitted_on or [row for row in rows if row["set"] != event]
        weight, coefficients = best_weight(rest), logistic([(signals(row), row["answerable"]) for row in rest])
        here = counts(own, weight)
        merged = [a + b for a, b in zip(merged, here)]
        judged += [(dot(coefficients, signals(row)), row["answerable"], row["kind"]) for row in own]
        for row in (r for r in own if r["answerable"]):
            before, after = place(row, 0), place(row, weight)
            gains.append((after == 0) - (before == 0))
            gains3.append((after in (0, 1, 2)) - (before in (0, 1, 2)))
        print(f"    {event}: product {counts(own, 0)[0]} reader {counts(own, 1, 0)[0]} merged {here[0]} (w {weight}) of {here[2]}")
    show("merged ", merged)
    print(f"    gain first {interval(gains)} top3 {interval(gains3)}")
    for name, index in (("product's confidence", 0), ("reader's best score", 1)):
        print(f"  auc {name}: {auc([(signals(row)[index], row['answerable']) for row in rows]):.3f}")
    print(f"  auc both: {auc([(v, a) for v, a, _ in judged]):.3f}; near {auc([(v, a) for v, a, k in judged if k != 'far']):.3f} far {auc([(v, a) for v, a, k in judged if a or k == 'far']):.3f}")
    basis = fitted_on or rows
    print("  weight on all:", best_weight(basis), "worth by weight:", [(w, *counts(basis, w)[:2]) for w in WEIGHTS])
    print("  logistic (confidence, best, margin, bias):", [round(c, 3) for c in logistic([(signals(row), row["answerable"]) for row in basis])])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("candidates")
    parser.add_argument("reader")
    parser.add_argument("--headline", action="store_true")
    parser.add_argument("--fit")
    parser.add_argument("--scores")
    given = parser.parse_args()
    torch.set_num_threads(1)
    reader, pieces = load(given.reader), WordPieces(os.environ["MINILM"])
    rows, fitted_on = rows_of(given.candidates), rows_of(given.fit) if given.fit else None
    for part in filter(None, (rows, fitted_on)):
        give_scores(part, reader, pieces, given.headline)
    if given.scores:
        with open(given.scores, "w", encoding="utf8") as file:
            json.dump([[c["reader"] for c in row["candidates"]] for row in rows], file)
    report(rows, fitted_on)


if __name__ == "__main__":
    main()
