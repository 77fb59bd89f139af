"""Trains students on what the teachers said."""
import json
import os
import time

import numpy as np

from . import labels, pieces, score, teach

BASE = 64  # numbers a piece


def base_vectors(options, kept):
    """The teacher's vectors of the kept pieces on their first principal axes, scaled to unit variance."""
    from . import weights

    checkpoint, _ = weights.read(options.teacher)
    table = checkpoint["embeddings.word_embeddings.weight"][kept]
    table = table - table.mean(0)
    _, _, axes = np.linalg.svd(table, full_matrices=False)
    low = table @ axes[: options.size].T
    return np.concatenate([np.zeros((1, options.size)), low / low.std()]).astype(np.float32)


def ready(options):
    """(piece names, vectors) of the student, made once."""
    path = os.path.join(options.work, f"pieces{options.size}.npz")
    if not os.path.exists(path):
        with open(os.path.join(options.teacher, "tokenizer.json"), encoding="utf8") as file:
            names, kept = pieces.vocabulary(json.load(file))
        np.savez_compressed(path, names=np.array(names), base=base_vectors(options, kept).astype(np.float16))
    with np.load(path) as file:
        return [str(n) for n in file["names"]], file["base"].astype(np.float32)


def student(options):
    import torch

    from . import student as net

    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.manual_seed(options.seed)
    prepared = teach.prepared(options)
    data, held, dev, dev_articles = prepared["data"], prepared["held"], prepared["dev"], prepared["dev_articles"]
    names, base = ready(options)
    cut = pieces.Cutter(names)
    sets = []
    if options.copies_used >= 0:
        for k in range(2):
            sets += labels.load(os.path.join(options.work, f"labels{k}.npz"))
        sets = sets[: 1 + options.copies_used]
    feed, dev_feed = net.Feed(data, cut, device, sets), net.Feed(held, cut, device)
    model = net.Student(torch.tensor(base), options.width, options.stack, options.dropout).to(device)
    started = time.time()
    log = lambda text: print(f"[{options.name} {time.time() - started:.0f}s] {text}", flush=True)

    def watch(one):
        log("dev " + score.show(teach.figures(predict(one), dev, dev_articles, logs=True)))

    predict = lambda one: net.predict(one, dev_feed, np.arange(len(held)))
    which = np.arange(len(data))
    if options.keep_out:  # tune on a tenth of train, not on dev
        order = np.random.default_rng(7).permutation(data.article.max() + 1)
        which = np.flatnonzero(~np.isin(data.article, order[: len(order) // 10]))
    if options.share < 100:
        order = np.random.default_rng(7).permutation(data.article.max() + 1)
        which = np.flatnonzero(np.isin(data.article, order[: len(order) * options.share // 100]))
    net.train(model, feed, which, options.seed, options.steps, options.seconds, budget=options.student_budget, rate=options.student_rate,
              hard=options.hard, log=log, watch=watch if options.watch else None)
    found = teach.figures(predict(model), dev, dev_articles, logs=True)
    log("dev " + score.show(found))
    state = {k: v.cpu().half() if v.is_floating_point() else v.cpu() for k, v in model.state_dict().items()}
    state["delta.weight"] = (model.base + model.delta.weight).detach().cpu().half()
    del state["base"]
    torch.save({"state": state, "width": options.width, "stack": options.stack, "figures": found, "size": options.size},
               os.path.join(options.work, f"student-{options.name}.pt"))
