"""The teacher: MPNet with heads for tags and links, fine-tuned on PolNeAR. Only its soft labels go on."""
import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from . import mpnet
from .dataset import NONE
from .examples import POS
from .shapes import SHAPES, shape

PIECES = 6  # of one word, at most
NOT = -1e4


class Teacher(nn.Module):
    def __init__(self, encoder, annotators=6, link=128):
        super().__init__()
        width = encoder.words.weight.shape[1]
        self.encoder = encoder
        self.pos, self.shape, self.quote = nn.Embedding(len(POS), width), nn.Embedding(SHAPES, width), nn.Embedding(5, width)
        # 0 stands for nobody in particular.
        self.annotator = nn.Embedding(annotators + 1, width)
        for table in (self.pos, self.shape, self.quote, self.annotator):
            nn.init.zeros_(table.weight)
        self.mix = nn.Linear(width, width)
        self.tags = nn.Linear(width, 7)
        self.ask = nn.ModuleList(nn.Linear(width, link) for _ in range(2))
        self.answer = nn.ModuleList(nn.Linear(width, link) for _ in range(2))
        self.none = nn.ModuleList(nn.Linear(width, 1) for _ in range(2))
        self.far = nn.Parameter(torch.zeros(2, 65))

    def forward(self, batch, annotator):
        """Tag scores [b, n, 7]; for content and source, link scores [b, n, n + 1], the last column for none."""
        return self.heads(self.read(batch), batch, annotator)

    def read(self, batch):
        """What the encoder makes of each word."""
        extra = self.pos(batch["pos"]) + self.shape(batch["shape"]) + self.quote(batch["quote"])
        piece = torch.gather(extra, 1, batch["word_of"].clamp(min=0)[:, :, None].expand(-1, -1, extra.shape[2]))
        h = self.encoder(batch["pieces"], piece * (batch["word_of"] >= 0)[:, :, None])
        return torch.gather(h, 1, batch["piece_of"][:, :, None].expand(-1, -1, h.shape[2]))

    def heads(self, h, batch, annotator):
        h = F.dropout(F.gelu(self.mix(h + self.annotator(annotator)[:, None])), 0.1, self.training)
        n = h.shape[1]
        at = torch.arange(n, device=h.device)
        far = (at[None] - at[:, None]).clamp(-32, 32) + 32
        absent = torch.where(batch["mask"], 0.0, NOT)[:, None]
        links = []
        for k in range(2):
            q, a = self.ask[k](h), self.answer[k](h)
            score = q @ a.transpose(1, 2) / math.sqrt(q.shape[2]) + self.far[k][far] + absent
            links.append(torch.cat([score, self.none[k](h)], 2))
        return self.tags(h), links


class Feed:
    """Batches of examples for the teacher."""

    def __init__(self, data, tokenizer, device, begin=0, end=2):
        self.data, self.device, self.begin, self.end = data, device, begin, end
        self.pieces = [tokenizer(w)[:PIECES] for w in data.words]
        self.shapes = np.array([shape(w) for w in data.words])
        self.counts = np.array([len(p) for p in self.pieces])

    def batches(self, which, budget, draw=None, ids=None):
        """Batches of about `budget` pieces of examples of about one length; in random order with `draw`."""
        ids = self.data.ids if ids is None else ids
        total = np.concatenate([[0], np.cumsum(self.counts[ids])])
        size = total[self.data.starts[1:]] - total[self.data.starts[:-1]] + 2
        key = size[which] * (1.0 if draw is None else draw.uniform(0.85, 1.15, len(which)))
        order, found, batch, longest = np.asarray(which)[np.argsort(key)], [], [], 0
        for i in order:
            if batch and max(longest, size[i]) * (len(batch) + 1) > budget:
                found.append(batch)
                batch, longest = [], 0
            batch.append(int(i))
            longest = max(longest, size[i])
        if batch:
            found.append(batch)
        if draw is not None:
            draw.shuffle(found)
        return found

    def make(self, batch, ids=None):
        data = self.data
        ids = data.ids if ids is None else ids
        rows = []
        for i in batch:
            a, b = data.starts[i], data.starts[i + 1]
            pieces, word_of, piece_of = [self.begin], [-1], []
            for k, w in enumerate(ids[a:b]):
                piece_of.append(len(pieces))
                pieces += self.pieces[w]
                word_of += [k] * len(self.pieces[w])
            rows.append((a, b, pieces + [self.end], word_of + [-1], piece_of))
        n, m = max(b - a for a, b, *_ in rows), max(len(r[2]) for r in rows)
        out = {k: np.zeros((len(batch), n), np.int64) for k in ("pos", "shape", "quote", "tags", "cue", "source", "piece_of")}
        out["pieces"], out["word_of"] = np.full((len(batch), m), mpnet.PAD), np.full((len(batch), m), -1)
        out["mask"] = np.zeros((len(batch), n), bool)
        for r, (a, b, pieces, word_of, piece_of) in enumerate(rows):
            k = b - a
            out["pos"][r, :k], out["quote"][r, :k] = data.pos[a:b], data.quote[a:b]
            out["shape"][r, :k] = self.shapes[ids[a:b]]
            out["tags"][r, :k], out["tags"][r, k:] = data.tags[a:b], -100
            for name, gold in (("cue", data.cue), ("source", data.source)):
                own = gold[a:b].astype(np.int64)
                own[own == k] = n  # none
                own[own == NONE] = -100
                out[name][r, :k], out[name][r, k:] = own, -100
            out["piece_of"][r, :k], out["mask"][r, :k] = piece_of, True
            out["pieces"][r, : len(pieces)], out["word_of"][r, : len(word_of)] = pieces, word_of
        tensors = {k: torch.from_numpy(v).to(self.device, non_blocking=True) for k, v in out.items()}
        return tensors


def loss_of(tags, links, batch):
    flat = lambda score, gold: F.cross_entropy(score.float().reshape(-1, score.shape[-1]), gold.reshape(-1), ignore_index=-100)
    some = lambda score, gold: flat(score, gold) if (gold >= 0).any() else score.sum() * 0
    return flat(tags, batch["tags"]) + 0.3 * some(links[0], batch["cue"]) + 0.3 * some(links[1], batch["source"])


def train(encoder, feed, which, seed, epochs=4, budget=4096, rate=5e-5, log=print):
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    device = feed.device
    model = Teacher(encoder).to(device)
    slow, fast = [], []
    layers = len(encoder.layers)
    for name, p in model.named_parameters():
        if name.startswith("encoder."):
            depth = int(name.split(".")[2]) + 1 if ".layers." in name else 0
            slow.append({"params": [p], "lr": rate * 0.9 ** (layers - depth), "weight_decay": 0.01 if p.dim() > 1 else 0.0})
        else:
            fast.append(p)
    groups = slow + [{"params": fast, "lr": rate * 10, "weight_decay": 0.01}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=device == "cuda")
    steps = len(feed.batches(which, budget)) * epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.1 * steps + 1), max(0.0, 1.02 - s / steps))
    )
    done = 0
    for epoch in range(epochs):
        model.train()
        total, count = 0.0, 0
        for batch in feed.batches(which, budget, draw):
            made = feed.make(batch)
            who = torch.tensor(feed.data.annotator[batch].astype(np.int64) + 1, device=device)
            who = torch.where(torch.rand(len(batch), device=device) < 0.3, 0, who)
            with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
                tags, links = model(made, who)
            loss = loss_of(tags, links, made)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            if done % 20 == 0:
                total += loss.item()
                count += 1
        log(f"teacher seed {seed} epoch {epoch + 1}/{epochs} loss {total / max(1, count):.4f}")
    return model


@torch.no_grad()
def predict(model, feed, which, ids=None, budget=16384, annotators=(0,)):
    """For each example: (tag probabilities [n, 7], content link [n, n + 1], source link [n, n + 1])."""
    model.eval()
    found = {}
    for batch in feed.batches(which, budget, ids=ids):
        made = feed.make(batch, ids)
        total = None
        with torch.autocast(feed.device, torch.bfloat16, enabled=feed.device == "cuda"):
            read = model.read(made)
        for annotator in annotators:
            who = torch.full((len(batch),), annotator, device=feed.device)
            with torch.autocast(feed.device, torch.bfloat16, enabled=feed.device == "cuda"):
                tags, links = model.heads(read, made, who)
            probabilities = [t.float().softmax(-1) for t in (tags, *links)]
            total = probabilities if total is None else [a + b for a, b in zip(total, probabilities)]
        total = [(t / len(annotators)).half().cpu().numpy() for t in total]
        for r, i in enumerate(batch):
            n = feed.data.length(i)
            keep = list(range(n)) + [total[1].shape[1]]
            found[i] = (total[0][r, :n], total[1][r, :n][:, keep], total[2][r, :n][:, keep])
    return found
