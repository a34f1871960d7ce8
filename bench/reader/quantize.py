"""Makes a reader's file of 8-bit weights from trained ones; src/search/reader/readerFile.ts describes the file.

  python3 bench/reader/quantize.py WEIGHTS.pt TOKENIZER.json OUT.bin [--keep PIECES.txt | --latin]

WEIGHTS.pt: a state dict with w, p, t, n, l.0 …, head, as many layers as it has. TOKENIZER.json: the tokenizer that the
weights were trained with. --keep: a list of pieces, one a line; the others are left out, and what is written with them
becomes [UNK] or shorter pieces. --latin: leaves out [unused…] and pieces with letters of other scripts.
Needs python3-torch and numpy.
"""
import argparse
import hashlib
import json
import struct
import unicodedata

import numpy as np
import torch

VERSION = 1
HEADS = 12
POSITIONS = 112  # pieces that a pair may have
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def is_latin(piece):
    """No placeholder, and no letter of another script than Latin."""
    if piece.startswith("[unused"):
        return False
    return not any(c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in piece)


def vector_bytes(values):
    return np.ascontiguousarray(values, dtype="<f4").tobytes()


def matrix_bytes(matrix):
    """Rounds each row to -127..127 by the scale that leaves the smallest squared error: the largest weight may be cut a little."""
    best = None
    for share in np.arange(0.7, 1.0001, 0.02):
        scales = np.maximum(np.abs(matrix).max(1), 1e-12) * share / 127
        whole = np.clip(np.rint(matrix / scales[:, None]), -127, 127)
        error = ((whole * scales[:, None] - matrix) ** 2).sum(1)
        if best is None:
            best = [error, scales, whole]
        else:
            better = error < best[0]
            best[0][better], best[1][better], best[2][better] = error[better], scales[better], whole[better]
    _, scales, whole = best
    return vector_bytes(scales) + whole.astype(np.int8).tobytes()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("weights")
    arguments.add_argument("tokenizer")
    arguments.add_argument("out")
    arguments.add_argument("--keep")
    arguments.add_argument("--latin", action="store_true")
    given = arguments.parse_args()

    state = {name: value.float().numpy() for name, value in torch.load(given.weights, map_location="cpu").items()}
    with open(given.tokenizer, encoding="utf8") as file:
        ids = json.load(file)["model"]["vocab"]
    pieces = sorted(ids, key=ids.get)
    if given.keep:
        with open(given.keep, encoding="utf8") as file:
            wanted = set(file.read().split("\n")) | set(SPECIAL)
        pieces = [piece for piece in pieces if piece in wanted]
    if given.latin:
        pieces = [piece for piece in pieces if piece in SPECIAL or is_latin(piece)]
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("l."))
    hidden = state["n.weight"].shape[0]
    inner = state["l.0.i.weight"].shape[0]

    vocabulary = "\n".join(pieces).encode("utf8")
    parts = [
        b"DLRD",
        struct.pack("<6H2I", VERSION, layers, hidden, HEADS, inner, POSITIONS, len(pieces), len(vocabulary)),
        vocabulary,
        matrix_bytes(state["w.weight"][[ids[piece] for piece in pieces]]),
        vector_bytes(state["p.weight"][:POSITIONS]),
        vector_bytes(state["t.weight"]),
    ]
    linear = lambda name: [matrix_bytes(state[name + ".weight"]), vector_bytes(state[name + ".bias"])]
    norm = lambda name: [vector_bytes(state[name + ".weight"]), vector_bytes(state[name + ".bias"])]
    parts += norm("n")
    for layer in range(layers):
        at = f"l.{layer}."
        parts += linear(at + "q") + linear(at + "k") + linear(at + "v") + linear(at + "o") + norm(at + "n1")
        parts += linear(at + "i") + linear(at + "d") + norm(at + "n2")
    parts += [vector_bytes(state["head.weight"].reshape(-1)), vector_bytes(state["head.bias"])]
    content = b"".join(parts)
    checksum = hashlib.sha256(content)
    with open(given.out, "wb") as file:
        file.write(content + checksum.digest())
    print(f"{given.out}: {layers} layers, {len(pieces)} pieces, {len(content) + 32} bytes, checksum {checksum.hexdigest()}")


main()
