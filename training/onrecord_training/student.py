"""The student: a small network of convolution-free recurrent layers that shipped TypeScript can run on each keystroke.

Every operation is one that 32-bit floats do alike everywhere (no exponentials): gates are (1 + x / (1 + |x|)) / 2.
"""
import math
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from .examples import POS
from .shapes import SHAPES

LINK = 32
FAR = 32
NOT = -1e4


def gate(x):
    return 0.5 + 0.5 * x / (1 + x.abs())


def norm(x):
    return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-5)


def scan(keep, add):
    """c[t] = keep[t] * c[t - 1] + add[t] along dimension 1, in log steps."""
    n, step = keep.shape[1], 1
    while step < n:
        add = torch.cat([add[:, :step], add[:, step:] + keep[:, step:] * add[:, :-step]], 1)
        keep = torch.cat([keep[:, :step], keep[:, step:] * keep[:, :-step]], 1)
        step *= 2
    return add


class Recurrent(nn.Module):
    """Half of the channels forward, half backward; one matrix product for all gates of all tokens."""

    def __init__(self, width):
        super().__init__()
        self.half = width // 2
        self.gates = nn.Linear(width, 3 * width)
        nn.init.uniform_(self.gates.weight, -math.sqrt(3 / width), math.sqrt(3 / width))
        nn.init.zeros_(self.gates.bias)
        # Memories of different length to begin with.
        with torch.no_grad():
            self.gates.bias[width : 2 * width] = torch.linspace(-1.0, 6.0, self.half).repeat(2)

    def forward(self, x, mask):
        z, f, r = self.gates(norm(x)).chunk(3, -1)
        f = gate(f) * mask
        add = (1 - f) * z * mask
        h = self.half
        forward = scan(f[..., :h], add[..., :h])
        backward = scan(f[..., h:].flip(1), add[..., h:].flip(1)).flip(1)
        return x + gate(r) * torch.cat([forward, backward], -1)


class Mixing(nn.Module):
    """A token with its neighbours, through one rectified layer."""

    def __init__(self, width, inner, reach=1):
        super().__init__()
        self.reach = reach
        self.up = nn.Linear(width * (2 * reach + 1), inner)
        self.down = nn.Linear(inner, width)

    def forward(self, x, mask):
        u = norm(x) * mask
        n = u.shape[1]
        padded = F.pad(u, (0, 0, self.reach, self.reach))
        u = torch.cat([padded[:, k : k + n] for k in range(2 * self.reach + 1)], -1)
        return x + self.down(F.relu(self.up(u)))


class Attention(nn.Module):
    """For comparison only: what the shipped code cannot do cheaply."""

    def __init__(self, width, heads=4):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.far = nn.Parameter(torch.zeros(heads, 2 * FAR + 1))

    def forward(self, x, mask):
        b, n, w = x.shape
        q, k, v = self.qkv(norm(x)).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        at = torch.arange(n, device=x.device)
        bias = self.far[:, (at[None] - at[:, None]).clamp(-FAR, FAR) + FAR][None]
        bias = bias + torch.where(mask[:, None, None, :, 0] > 0, 0.0, NOT)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        return x + self.out(a.transpose(1, 2).reshape(b, n, w))


class Lstm(nn.Module):
    """For comparison only."""

    def __init__(self, width):
        super().__init__()
        self.lstm = nn.LSTM(width, width // 2, batch_first=True, bidirectional=True)

    def forward(self, x, mask):
        return x + self.lstm(norm(x) * mask)[0] * mask


def layer(name, width):
    """`r` recurrent, `m` mixing with neighbours (reach 1), `f` mixing of the token alone, `a` attention, `l` LSTM."""
    return {
        "r": lambda: Recurrent(width), "m": lambda: Mixing(width, width), "f": lambda: Mixing(width, 2 * width, 0),
        "a": lambda: Attention(width), "l": lambda: Lstm(width),
    }[name]()


class Student(nn.Module):
    def __init__(self, base, width=192, layers="rrrr", dropout=0.1):
        """@param base [pieces, n] vectors of the pieces to begin with"""
        super().__init__()
        self.register_buffer("base", base)
        self.delta = nn.Embedding(*base.shape)
        nn.init.zeros_(self.delta.weight)
        self.enter = nn.Linear(base.shape[1], width)
        self.pos, self.shape = nn.Embedding(len(POS), width), nn.Embedding(SHAPES, width)
        self.quote, self.first = nn.Embedding(5, width), nn.Embedding(2, width)
        for table in (self.pos, self.shape, self.quote, self.first):
            nn.init.normal_(table.weight, std=0.3)
        self.layers = nn.ModuleList(layer(name, width) for name in layers)
        self.tags = nn.Linear(width, 7)
        self.ask = nn.Linear(width, 2 * LINK)
        self.answer = nn.Linear(width, 2 * LINK)
        self.none = nn.Linear(width, 2)
        self.far = nn.Parameter(torch.zeros(2, 2 * FAR + 1))
        self.dropout = dropout

    def forward(self, batch):
        pieces, mask = batch["pieces"], batch["mask"][..., None].float()
        table = self.base + self.delta.weight
        x = F.embedding(pieces, table)  # [b, n, most, e]; row -1 is none
        there = (batch["count"][..., None] > torch.arange(pieces.shape[-1], device=x.device))[..., None].float()
        x = (x * there).sum(2) / batch["count"].clamp(min=1)[..., None]
        x = F.dropout(x, self.dropout, self.training)
        x = self.enter(x) + self.pos(batch["pos"]) + self.shape(batch["shape"])
        x = x + self.quote(batch["quote"]) + self.first(batch["first"])
        for one in self.layers:
            y = one(x, mask)
            x = x + F.dropout(y - x, self.dropout, self.training)
        x = norm(x)
        n = x.shape[1]
        at = torch.arange(n, device=x.device)
        far = (at[None] - at[:, None]).clamp(-FAR, FAR) + FAR
        absent = torch.where(batch["mask"], 0.0, NOT)[:, None]
        none, links = self.none(x), []
        for k in range(2):
            q, a = (t(x)[..., k * LINK : (k + 1) * LINK] for t in (self.ask, self.answer))
            score = q @ a.transpose(1, 2) / math.sqrt(LINK) + self.far[k][far] + absent
            links.append(torch.cat([score, none[..., k : k + 1]], 2))
        return self.tags(x), links


class Feed:
    """Batches for the student; everything lies on the device."""

    def __init__(self, data, cut, device, label_sets=()):
        from .shapes import shape

        self.data, self.device = data, device
        cuts = [cut(w) for w in data.words]
        most = max(map(len, cuts))
        table = np.zeros((len(cuts), most), np.int64)
        for i, one in enumerate(cuts):
            table[i, : len(one)] = one
        to = lambda a, kind=torch.long: torch.as_tensor(np.asarray(a), dtype=kind).to(device)
        self.table, self.counts, self.shapes = to(table), to([len(c) for c in cuts]), to([shape(w) for w in data.words])
        self.pos, self.quote, self.first = to(data.pos), to(data.quote), to(data.first)
        self.tags, self.cue, self.source = to(data.tags), to(data.cue), to(data.source)
        self.starts, self.sizes = to(data.starts[:-1]), to(np.diff(data.starts))
        self.ids = [to(data.ids)] if not label_sets else [to(s.ids) for s in label_sets]
        self.soft = [
            tuple(to(a, torch.uint8) for a in (s.tags, s.cue, s.cue_weight, s.source, s.source_weight)) for s in label_sets
        ]

    def batches(self, which, budget, draw=None):
        size = np.diff(self.data.starts)[which]
        key = size * (1.0 if draw is None else draw.uniform(0.8, 1.25, len(which)))
        order, found, batch, longest = np.asarray(which)[np.argsort(key, kind="stable")], [], [], 0
        for i in order:
            n = int(self.data.starts[i + 1] - self.data.starts[i])
            if batch and max(longest, n) * (len(batch) + 1) > budget:
                found.append(batch)
                batch, longest = [], 0
            batch.append(int(i))
            longest = max(longest, n)
        if batch:
            found.append(batch)
        if draw is not None:
            draw.shuffle(found)
        return found

    def make(self, batch, copy=0):
        rows = torch.as_tensor(batch, device=self.device)
        size = self.sizes[rows]
        n = int(np.diff(self.data.starts)[batch].max())
        at = torch.arange(n, device=self.device)
        mask = at[None] < size[:, None]
        token = torch.where(mask, self.starts[rows][:, None] + at[None], self.starts[rows][:, None])
        word = self.ids[copy][token]
        none = lambda gold: torch.where(mask & (gold >= 0), torch.where(gold == size[:, None], n, gold), -100)
        out = {
            "pieces": self.table[word], "count": self.counts[word], "shape": self.shapes[word], "mask": mask,
            "pos": self.pos[token], "quote": self.quote[token], "first": self.first[token],
            "tags": torch.where(mask, self.tags[token], -100), "cue": none(self.cue[token]), "source": none(self.source[token]),
        }
        if self.soft:
            tags, cue, cue_weight, source, source_weight = self.soft[copy]
            out["soft"] = tags[token].float() / 255 * mask[..., None]
            for name, to, weight in (("cue", cue, cue_weight), ("source", source, source_weight)):
                to = to[token].long()
                out["soft " + name] = torch.where(mask & (to != 255), torch.where(to == 254, n, to), -100)
                out["weight " + name] = weight[token].float() / 255 * mask
        return out


def loss_of(tags, links, batch, hard):
    """@param hard how much the annotators count against the teachers, 0 to 1"""
    count = batch["mask"].sum()
    log = tags.log_softmax(-1)
    total = 0.0
    gold = F.nll_loss(log.flatten(0, 1), batch["tags"].flatten(), ignore_index=-100, reduction="sum") / count
    if "soft" in batch:
        soft = -(batch["soft"] * log).sum() / count
        total = hard * gold + (1 - hard) * soft
    else:
        total = gold
    for link, name in zip(links, ("cue", "source")):
        log = link.log_softmax(-1).flatten(0, 1)
        own = batch[name].flatten()
        gold = F.nll_loss(log, own, ignore_index=-100, reduction="sum") / (own >= 0).sum().clamp(min=1)
        if "soft" in batch:
            to = batch["soft " + name].flatten()
            each = F.nll_loss(log, to, ignore_index=-100, reduction="none") * batch["weight " + name].flatten()
            gold = hard * gold + (1 - hard) * each.sum() / (to >= 0).sum().clamp(min=1)
        total = total + 0.2 * gold
    return total


def train(model, feed, which, seed, steps, seconds=1e9, budget=12000, rate=3e-3, hard=0.3, decay=0.01, log=print, watch=None):
    """
    Trains in place, for `steps` or `seconds`, whichever ends first, and leaves the running average of the last
    weights in the model.
    """
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    slow = [model.delta.weight]
    fast = [p for p in model.parameters() if p is not model.delta.weight]
    groups = [{"params": fast, "weight_decay": decay}, {"params": slow, "weight_decay": decay * 5}]
    optimizer = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))
    mean = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
    done, started, copies, told, progress = 0, time.time(), len(feed.ids), 0.0, 0.0
    while progress < 1:
        model.train()
        for batch in feed.batches(which, budget, draw):
            progress = max(done / steps, (time.time() - started) / seconds)
            if progress >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1.0, (done + 1) / 100) * max(0.01, 0.5 * (1 + math.cos(math.pi * progress)))
            # The text as it stands takes part more often than each altered copy.
            copy = 0 if copies == 1 or draw.random() < 0.3 else int(draw.integers(1, copies))
            made = feed.make(batch, copy)
            loss = loss_of(*model(made), made, hard)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            done += 1
            if progress > 0.1:
                mean.update_parameters(model)
            if progress >= told:
                log(f"step {done} of {steps} loss {loss.item():.4f} {time.time() - started:.0f}s")
                told = progress + 0.1
                if watch and progress > 0.2:
                    watch(mean.module)
    model.load_state_dict(mean.module.state_dict())
    return model


@torch.no_grad()
def predict(model, feed, which, budget=20000):
    """For each example: (tag log probabilities [n, 7], content link [n, n + 1], source link [n, n + 1])."""
    model.eval()
    found = {}
    for batch in feed.batches(which, budget):
        tags, links = model(feed.make(batch))
        out = [t.log_softmax(-1).cpu().numpy() for t in (tags, *links)]
        for r, i in enumerate(batch):
            n = feed.data.length(i)
            keep = list(range(n)) + [out[1].shape[1]]
            found[i] = (out[0][r, :n], out[1][r, :n][:, keep], out[2][r, :n][:, keep])
    return found
