"""Question groups to learn from, and how a group becomes pairs: one sentence that answers, and the hardest that do not.

A group is a line of a JSON-lines file (also packed with xz): {q, sentences, labels (1: answers), source, headlines?, shown? (each
sentence with those that it is shown with; empty where it is shown alone)}.
"""
import json
import lzma
import random
import re

# Wrong sentences a group, where they are those that the product itself finds for a question as people type it.
NEGATIVES = {"typed": 5, "nearly": 4, "elsewhere": 3}
FLAGS = re.compile(r"-lrb-|-rrb-|``|''", re.I)
PLAIN = {"-lrb-": "(", "-rrb-": ")", "``": '"', "''": '"'}


def read_groups(path):
    """The groups of a file, by source."""
    opener = lzma.open if path.endswith(".xz") else open
    groups = {}
    with opener(path, "rt", encoding="utf8") as lines:
        for line in lines:
            group = json.loads(line)
            groups.setdefault(group["source"], []).append(group)
    return groups


def plain(text):
    """A tokenised text's marks as people write them."""
    return FLAGS.sub(lambda mark: PLAIN[mark.group().lower()], text)


def typed(question, rng):
    """A question as it is typed on a phone, half of the time: lower case, no mark; at times letters swapped, dropped or doubled, a short word left out."""
    if rng.random() < 0.5:
        question = question.lower().rstrip(" ?.")
    if rng.random() < 0.2:
        parts = question.split()
        if len(parts) > 3:
            place = rng.randrange(len(parts))
            parts[place] = misspelt(parts[place], rng)
            question = " ".join(parts)
    if rng.random() < 0.1:
        question = " ".join(word for word in question.split() if word.lower() not in ("the", "a", "an", "of", "did", "was", "is"))
    return question


def misspelt(word, rng):
    """A word with one slip of the finger; short words and numbers stay."""
    if len(word) < 5 or not word.isalpha():
        return word
    at = rng.randrange(1, len(word) - 2)
    slip = rng.randrange(3)
    if slip == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if slip == 1 else word[:at] + word[at] + word[at:]


def tokens(text):
    return set(re.findall(r"[a-z0-9]+", text.lower()))


def pairs_of(group, rng, headed=0.0, shown=0.0):
    """[(question, sentence, headline, label)]: at most one that answers, then the sentences that share most words and do not.

    `headed` is how often the sentences of a group have their headlines before them, `shown` how often they are what is shown.
    """
    sentences, heads = group["sentences"], group.get("headlines") or [""] * len(group["sentences"])
    if group.get("shown") and rng.random() < shown:
        sentences = [whole or sentence for whole, sentence in zip(group["shown"], sentences)]
    right = [i for i, label in enumerate(group["labels"]) if label and sentences[i].strip()]
    wrong = [i for i, label in enumerate(group["labels"]) if not label and sentences[i].strip()]
    asked = tokens(group["q"])
    if not group.get("ranked"):
        wrong.sort(key=lambda i: -len(asked & tokens(sentences[i])))
    chosen = rng.sample(right, min(1, len(right)))
    negatives = NEGATIVES.get(group["source"], 2)
    hard = wrong[:1] if rng.random() < 0.7 else []
    rest = [i for i in wrong[: negatives + 5] if i not in hard]
    hard += rng.sample(rest, min(negatives - len(hard), len(rest)))
    question = typed(group["q"], rng)
    under = rng.random() < headed
    return [(question, plain(sentences[i]), heads[i] if under else "", float(i in chosen)) for i in chosen + hard]


def draw(sources, shares, rng):
    """An endless round over the groups: each source as often as its share says, each source's groups in a new order every time through."""
    names = [name for name in sources if shares.get(name, 0) > 0]
    queues = {name: [] for name in names}
    while True:
        name = rng.choices(names, [shares[n] for n in names])[0]
        if not queues[name]:
            queues[name] = rng.sample(sources[name], len(sources[name]))
        yield queues[name].pop()
