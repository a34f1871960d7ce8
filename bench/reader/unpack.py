"""Takes the weights out of a reader's file again, for train.py to go on from; src/search/reader/readerFile.ts describes the file.

  python3 bench/reader/unpack.py data/reader.bin START.pt

The weights are what 8 bits left of them, in half precision. Only for a file that was made with all 30,522 pieces.
Needs python3-torch and numpy.
"""
import argparse
import struct

import numpy as np
import torch

from model import HEADS, Reader, save

HEADER = struct.Struct("<4s6H2I")


class Tensors:
    """The tensors behind the header, one after the other."""

    def __init__(self, data, start):
        self.data, self.at = data, start

    def vector(self, length):
        values = np.frombuffer(self.data, "<f4", length, self.at)
        self.at += values.nbytes
        return torch.tensor(values)

    def matrix(self, rows, columns):
        scales = self.vector(rows)
        whole = np.frombuffer(self.data, np.int8, rows * columns, self.at).reshape(rows, columns)
        self.at += whole.nbytes
        return torch.tensor(whole).float() * scales[:, None]


def reader_of(data):
    """The reader with the weights of a file's bytes. Raises ValueError for another kind of file, or one whose pieces were pruned."""
    magic, version, layers, hidden, heads, inner, positions, pieces, vocabulary = HEADER.unpack_from(data)
    if magic != b"DLRD" or version != 1 or heads != HEADS:
        raise ValueError("no reader's file of version 1")
    reader = Reader(layers)
    if pieces != reader.w.num_embeddings:
        raise ValueError(f"made with {pieces} of {reader.w.num_embeddings} pieces: its numbers are not the tokenizer's")
    tensors, state = Tensors(data, HEADER.size + vocabulary), reader.state_dict()
    state["w.weight"] = tensors.matrix(pieces, hidden)
    # Longer pairs than these positions are cut, so that the others are never looked at.
    state["p.weight"] = torch.zeros_like(state["p.weight"])
    state["p.weight"][:positions] = tensors.vector(positions * hidden).view(positions, hidden)
    state["t.weight"] = tensors.vector(2 * hidden).view(2, hidden)

    def norm(name):
        state[f"{name}.weight"], state[f"{name}.bias"] = tensors.vector(hidden), tensors.vector(hidden)

    def linear(name, rows, columns):
        state[f"{name}.weight"], state[f"{name}.bias"] = tensors.matrix(rows, columns), tensors.vector(rows)

    norm("n")
    for layer in (f"l.{number}" for number in range(layers)):
        for name in "qkvo":
            linear(f"{layer}.{name}", hidden, hidden)
        norm(f"{layer}.n1")
        linear(f"{layer}.i", inner, hidden)
        linear(f"{layer}.d", hidden, inner)
        norm(f"{layer}.n2")
    state["head.weight"], state["head.bias"] = tensors.vector(2 * hidden)[None], tensors.vector(1)
    reader.load_state_dict(state)
    return reader


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file")
    arguments.add_argument("out")
    given = arguments.parse_args()
    with open(given.file, "rb") as file:
        reader = reader_of(file.read())
    save(reader, given.out)


if __name__ == "__main__":
    main()
