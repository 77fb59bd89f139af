"""Trains teachers in folds over the articles and writes their soft labels for train (each by teachers that never saw
the article) and for altered copies of it."""
import json
import os
import pickle
import subprocess
import sys
import time

import numpy as np

from . import brat, dataset, decode, examples, labels, mpnet, score, teacher, weights


def figures(found, example_list, articles, logs=False):
    """The scorer's figures for predictions by example index: probabilities, or their logarithms with `logs`."""
    by_article = {}
    log = (lambda p: p) if logs else (lambda p: np.log(np.maximum(p.astype(np.float32), 1e-5)))
    for i, (tags, content, source) in found.items():
        e = example_list[i]
        by_article.setdefault(e.article, []).extend(
            decode.attributions(e, decode.decode(log(tags), log(content), log(source)))
        )
    tally = score.Tally()
    of_article = {}
    for e in example_list:
        of_article.setdefault(e.article, []).append(e)
    for a in articles:
        tally.add(a.text, a.attributions, by_article.get(a.name, []), sentence_spans(of_article.get(a.name, [])))
    return tally.figures()


def sentence_spans(parts):
    for e in parts:
        first = 0
        for k in range(1, len(e.words) + 1):
            if k == len(e.words) or e.sentence[k] != e.sentence[first]:
                yield e.spans[first][0], e.spans[k - 1][1]
                first = k


def merge(into, found):
    for i, parts in found.items():
        into[i] = tuple(a + b.astype(np.float32) for a, b in zip(into[i], parts)) if i in into else tuple(
            p.astype(np.float32) for p in parts
        )


def average(total, count):
    return {i: tuple(p / count for p in parts) for i, parts in total.items()}


def read_part(options, part):
    articles = brat.read_articles(os.path.join(options.polnear, part))
    path = os.path.join(options.tokens, part + ".jsonl")
    found = examples.read_examples(path if os.path.exists(path) else path + ".gz", articles)
    return articles, found


def one(options):
    """One teacher, in its own process. options.job: `fold:seed` or `share%:seed` of the training articles."""
    import torch

    started = time.time()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_num_threads(2)
    torch.backends.cuda.matmul.allow_tf32 = True
    ready = prepared(options)
    data, held, dev, dev_articles = ready["data"], ready["held"], ready["dev"], ready["dev_articles"]
    checkpoint, cut = weights.read(options.teacher)
    encoder = mpnet.load(checkpoint)
    if options.layers:
        encoder.layers = encoder.layers[: options.layers]
    feed, dev_feed = teacher.Feed(data, cut, device), teacher.Feed(held, cut, device)
    what, seed = options.job.split(":")
    order = np.random.default_rng(7).permutation(data.article.max() + 1)
    fold_of = np.empty_like(order)
    fold_of[order] = np.arange(len(order)) % options.folds
    mine = fold_of[data.article]
    if what.endswith("%"):
        kept = order[: int(len(order) * int(what[:-1]) / 100)]
        which, rest = np.flatnonzero(np.isin(data.article, kept)), np.array([], int)
    else:
        which, rest = np.flatnonzero(mine != int(what)), np.flatnonzero(mine == int(what))
    if options.limit:
        which, rest = which[: options.limit], rest[: options.limit]
    log = lambda text: print(f"[{options.job} {time.time() - started:.0f}s] {text}", flush=True)
    epochs = options.epochs if not what.endswith("%") or int(what[:-1]) > 30 else options.epochs * 2
    model = teacher.train(encoder, feed, which, int(seed), epochs=epochs, budget=options.budget, rate=options.rate, log=log)
    everyone = tuple(range(7))
    asked = np.arange(len(held))[: options.limit or None]
    found = teacher.predict(model, dev_feed, asked)
    alone = figures(found, dev, dev_articles)
    found = teacher.predict(model, dev_feed, asked, annotators=everyone)
    mixed = figures(found, dev, dev_articles)
    log(f"dev alone   {score.show(alone)}")
    log(f"dev mixture {score.show(mixed)}")
    out = {"dev": found, "figures": {"job": options.job, "alone": alone, "mixed": mixed}}
    if len(rest):
        out["train"] = teacher.predict(model, feed, rest, annotators=everyone)
        out["labels"] = [labels.compact(data, out["train"])]
        for ids in ready["copies"]:
            out["labels"].append(labels.compact(data, teacher.predict(model, feed, rest, ids=ids, annotators=everyone)))
    with open(os.path.join(options.work, f"job-{options.job.replace(':', '-').replace('%', 'p')}.pkl"), "wb") as file:
        pickle.dump(out, file, protocol=5)
    log("done")


def prepared(options):
    """Articles, examples, data sets and altered copies; made once and kept in the work folder."""
    path = os.path.join(options.work, "prepared.pkl")
    if os.path.exists(path):
        with open(path, "rb") as file:
            return pickle.load(file)
    articles, train = read_part(options, "train")
    dev_articles, dev = read_part(options, "dev")
    data = dataset.pack(train)
    held = dataset.pack(dev, data.words)
    checkpoint, cut = weights.read(options.teacher)
    alterer = dataset.Alterer(data, dataset.neighbours(data, word_vectors(checkpoint, cut, data.words)))
    ready = {
        "articles": articles, "train": train, "dev_articles": dev_articles, "dev": dev, "data": data, "held": held,
        "copies": [alterer.copy(data, 1000 + c) for c in range(options.copies)],
    }
    with open(path, "wb") as file:
        pickle.dump(ready, file, protocol=5)
    return ready


def word_vectors(checkpoint, cut, words):
    """One vector a word of a single piece; NaN for others, whose pieces say little."""
    table = checkpoint["embeddings.word_embeddings.weight"]
    out = np.full((len(words), table.shape[1]), np.nan, np.float32)
    for i, w in enumerate(words):
        pieces = cut(w)
        if len(pieces) == 1:
            out[i] = table[pieces[0]]
    return out


def all_jobs(options):
    """Runs every job, `options.parallel` at a time, and gathers what they found into `labels.npz`."""
    jobs = [f"{fold}:{seed}" for seed in range(1, options.seeds + 1) for fold in range(options.folds)]
    jobs += [f"{share}%:1" for share in options.shares]
    prepared(options)
    waiting, running = list(jobs), []
    base = [sys.executable, "-u", sys.argv[0], "--stage", "job"]
    for name in ("polnear", "tokens", "teacher", "work", "folds", "copies", "epochs", "budget", "rate", "limit", "layers"):
        base += [f"--{name}", str(getattr(options, name))]
    started = time.time()
    while waiting or running:
        if time.time() - started > options.deadline:
            for process in running:
                process.kill()
            break
        while waiting and len(running) < options.parallel:
            running.append(subprocess.Popen(base + ["--job", waiting.pop(0)]))
        running = [p for p in running if p.poll() is None]
        time.sleep(0.2)
    gather(options, jobs)


def gather(options, jobs):
    ready = prepared(options)
    data, held = ready["data"], ready["held"]
    train_total, dev_total, count, report, said = {}, {}, 0, [], [[] for _ in range(options.copies + 1)]
    for job in jobs:
        path = os.path.join(options.work, f"job-{job.replace(':', '-').replace('%', 'p')}.pkl")
        if not os.path.exists(path):
            print("missing", path)
            continue
        with open(path, "rb") as file:
            out = pickle.load(file)
        report.append(out["figures"])
        if "train" in out:
            merge(dev_total, out["dev"])
            count += 1
            merge(train_total, out["train"])
            for copy, labelled in zip(said, out["labels"]):
                copy.append(labelled)
    dev_mean = average(dev_total, count)
    report.append({"job": f"ensemble of {count} on dev", "mixed": figures(dev_mean, ready["dev"], ready["dev_articles"])})
    print("ensemble dev", score.show(report[-1]["mixed"]), flush=True)
    made = [labels.combine(ids, one) for ids, one in zip([data.ids] + ready["copies"], said)]
    half = (len(made) + 1) // 2
    for k, part in enumerate((made[:half], made[half:])):
        labels.save(os.path.join(options.work, f"labels{k}.npz"), part)
    dev_labels = labels.combine(held.ids, [labels.compact(held, dev_mean)])
    labels.save(os.path.join(options.work, "dev-labels.npz"), [dev_labels])
    print("labels written", flush=True)
    own = average(train_total, options.seeds)
    seen = {ready["train"][i].article for i in own}
    held_out = figures(own, ready["train"], [a for a in ready["articles"] if a.name in seen])
    report.append({"job": f"{options.seeds} a fold, train out of fold", "mixed": held_out})
    print("out of fold", score.show(held_out), flush=True)
    with open(os.path.join(options.work, "teachers.json"), "w", encoding="utf8") as file:
        json.dump(report, file, indent=1)
