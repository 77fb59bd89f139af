"""Soft labels of one copy of a data set, small enough to keep: eight bits a probability, the likeliest link alone."""
from dataclasses import dataclass

import numpy as np

LINKS = 2  # kept per token of each teacher


@dataclass
class Labels:
    ids: np.ndarray  # word of each token
    tags: np.ndarray  # uint8 [tokens, 7]
    cue: np.ndarray  # per token: likeliest first token of its cue; 255 for none or not asked
    cue_weight: np.ndarray  # uint8
    source: np.ndarray  # per first token of a cue: likeliest first token of its source, 254 for no source, 255 not asked
    source_weight: np.ndarray


def compact(data, found):
    """What one teacher says, by token: (token indices, tag probabilities, [link to, weight] of content and source)."""
    at, tags, links = [], [], ([], [])
    for i, (tag, *own) in found.items():
        n = data.length(i)
        at.append(np.arange(data.starts[i], data.starts[i + 1]))
        tags.append(tag)
        for k, link in enumerate(own):
            count = min(LINKS, n)
            best = np.argpartition(-link, count - 1, axis=1)[:, :count]
            weight = np.take_along_axis(link, best, 1)
            best = np.where(best == n, -1, best)
            if count < LINKS:
                best, weight = np.pad(best, ((0, 0), (0, 1)), constant_values=-1), np.pad(weight, ((0, 0), (0, 1)))
            links[k].append((best.astype(np.int16), weight.astype(np.float16)))
    join = lambda k: tuple(np.concatenate([one[j] for one in links[k]]) for j in range(2))
    return np.concatenate(at), np.concatenate(tags), join(0), join(1)


def combine(ids, said):
    """Labels from what several teachers say of one copy; each must have said something of every token."""
    n = len(ids)
    total, count = np.zeros((n, 7), np.float32), np.zeros(n, np.float32)
    for at, tags, _, _ in said:
        total[at] += tags
        count[at] += 1
    tags = total / np.maximum(1, count)[:, None]
    columns = ([], [])
    for which in (2, 3):
        to, weight = [], []
        rounds = {}
        for one in said:
            at = one[0]
            # Teachers of one round cover the data without overlap.
            key = next((r for r in rounds if not rounds[r][at[0]]), len(rounds))
            if key not in rounds:
                rounds[key] = np.zeros(n, bool)
                to.append(np.full((n, LINKS), -2, np.int16))
                weight.append(np.zeros((n, LINKS), np.float32))
            rounds[key][at] = True
            to[key][at], weight[key][at] = one[which]
        to, weight = np.concatenate(to, 1), np.concatenate(weight, 1)
        votes = np.stack([(weight * (to == to[:, c : c + 1])).sum(1) for c in range(to.shape[1])], 1)
        best = votes.argmax(1)
        rows = np.arange(n)
        columns[which - 2].extend((to[rows, best], votes[rows, best] / np.maximum(1, count)))
    asked = (tags[:, 5] + tags[:, 6] > 0.05, tags[:, 3] > 0.05)
    index, weight = [], []
    for k in range(2):
        to, p = columns[k]
        index.append(np.where(asked[k], np.where(to < 0, 254 if k else 255, to), 255).astype(np.uint8))
        weight.append(np.where(asked[k], np.round(255 * np.clip(p, 0, 1)), 0).astype(np.uint8))
    eight = np.round(tags * 255).astype(np.uint8)
    return Labels(ids.astype(np.int32), eight, index[0], weight[0], index[1], weight[1])


def save(path, copies):
    names = list(Labels.__dataclass_fields__)
    np.savez_compressed(path, **{f"{name}{k}": getattr(c, name) for k, c in enumerate(copies) for name in names})


def load(path):
    with np.load(path) as file:
        count = sum(name.startswith("ids") for name in file.files)
        names = list(Labels.__dataclass_fields__)
        return [Labels(**{name: file[f"{name}{k}"] for name in names}) for k in range(count)]
