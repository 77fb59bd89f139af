"""Examples as flat arrays over a vocabulary of written words, and altered copies of them for distillation."""
import random
from dataclasses import dataclass

import numpy as np

from .examples import POS_ID
from .shapes import shape

NONE = -1


@dataclass
class Dataset:
    words: list  # distinct written words
    ids: np.ndarray  # per token, into words
    starts: np.ndarray  # per example, into the tokens; one more at the end
    pos: np.ndarray
    quote: np.ndarray
    first: np.ndarray  # 1 where a sentence begins
    tags: np.ndarray
    cue: np.ndarray  # per content token: its cue's first token in the example, or NONE
    source: np.ndarray  # per first token of a cue: its source's first token, the count of tokens for no source, or NONE
    annotator: np.ndarray  # per example
    article: np.ndarray  # per example
    open: np.ndarray  # per example

    def __len__(self):
        return len(self.starts) - 1

    def length(self, i):
        return int(self.starts[i + 1] - self.starts[i])


def pack(examples, words=None):
    """@param words a list of words to go on from (it grows)"""
    words = [] if words is None else words
    index = {w: i for i, w in enumerate(words)}
    ids, pos, quote, first, tags, cue, source, starts = [], [], [], [], [], [], [], [0]
    names = sorted({e.annotator for e in examples})
    articles = {a: i for i, a in enumerate(dict.fromkeys(e.article for e in examples))}
    for e in examples:
        n = len(e.words)
        for word in e.words:
            if word not in index:
                index[word] = len(words)
                words.append(word)
            ids.append(index[word])
        pos += e.pos
        quote += e.quote
        first += [int(k == 0 or e.sentence[k] != e.sentence[k - 1]) for k in range(n)]
        tags += e.tags
        own_cue, own_source = [NONE] * n, [NONE] * n
        for c, s, t in e.links:
            if c:
                for k in t:
                    own_cue[k] = c[0]
                own_source[c[0]] = s[0] if s else n
        cue += own_cue
        source += own_source
        starts.append(len(ids))
    small = lambda a: np.array(a, np.int16)
    return Dataset(
        words, np.array(ids, np.int32), np.array(starts, np.int64), small(pos), small(quote), small(first),
        small(tags), small(cue), small(source), small([names.index(e.annotator) for e in examples]),
        np.array([articles[e.article] for e in examples], np.int32), small([int(e.open) for e in examples]),
    )


class Alterer:
    """Makes copies of a data set with other names and other words of like meaning; labels, tags and marks stay."""

    def __init__(self, data, near):
        """@param near word id -> array of ids of words of like meaning"""
        self.near = near
        shapes = np.array([shape(w) for w in data.words])
        self.proper = {}
        for k in (1, 2):
            self.proper[k] = data.ids[(data.pos == POS_ID["PROPN"]) & (shapes[data.ids] == k)]
        self.shapes = shapes

    def copy(self, data, seed):
        """New ids for every token of data."""
        draw = random.Random(seed)
        ids = data.ids.copy()
        for i in range(len(data)):
            a, b = int(data.starts[i]), int(data.starts[i + 1])
            names, rate = draw.random() < 0.5, draw.choice((0.0, 0.1, 0.2, 0.3))
            swapped = {}
            for k in range(a, b):
                word = int(ids[k])
                if names and data.pos[k] == POS_ID["PROPN"]:
                    pool = self.proper.get(int(self.shapes[word]))
                    if pool is not None:
                        if word not in swapped:
                            swapped[word] = int(pool[draw.randrange(len(pool))])
                        ids[k] = swapped[word]
                elif rate and draw.random() < rate:
                    close = self.near.get(word)
                    if close is not None:
                        ids[k] = close[draw.randrange(len(close))]
        return ids


def neighbours(data, vectors, count=12, least=2):
    """
    Words of like meaning for the words that stand in the data at least `least` times, written alike.
    @param vectors word id -> vector, or a row of NaN where there is none
    """
    seen = np.bincount(data.ids, minlength=len(data.words))
    function = set(int(i) for i in np.unique(data.ids[np.isin(data.pos, [POS_ID[p] for p in
        ("PUNCT", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PRON", "ADP", "SYM", "SPACE")])]))
    shapes = [shape(w) for w in data.words]
    # The part of speech a word has most often.
    table = np.zeros((len(data.words), len(POS_ID)), np.int32)
    np.add.at(table, (data.ids, data.pos), 1)
    usual = table.argmax(1)
    near = {}
    unit = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    groups = {}
    for i, n in enumerate(seen):
        if n >= least and i not in function and shapes[i] in (0, 1) and not np.isnan(unit[i, 0]):
            groups.setdefault((shapes[i], int(usual[i])), []).append(i)
    for group in groups.values():
        group = np.array(group)
        if len(group) < count + 1:
            continue
        for at in range(0, len(group), 1024):
            part = group[at : at + 1024]
            like = unit[part] @ unit[group].T
            best = np.argpartition(-like, count, axis=1)[:, : count + 1]
            for row, i in enumerate(part):
                near[int(i)] = np.array([j for j in group[best[row]] if j != i])
    return near
