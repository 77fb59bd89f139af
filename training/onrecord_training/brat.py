"""Reads PolNeAR: articles and the attributions that annotators marked in them."""
import os
import re
from dataclasses import dataclass, field

LABELS = ("source", "cue", "content")
Spans = list  # of (start, end) in code points


@dataclass
class Article:
    name: str
    text: str
    annotator: str
    attributions: list = field(default_factory=list)  # of {label: Spans}


def read_attributions(path):
    """The attributions of one brat file. Lines that are no annotation (broken text of a span) are passed over."""
    spans, events = {}, []
    with open(path, encoding="utf8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 2:
                continue
            if re.fullmatch(r"T\d+", fields[0]):
                label, offsets = fields[1].split(" ", 1)
                spans[fields[0]] = [tuple(map(int, piece.split())) for piece in offsets.split(";")]
            elif re.fullmatch(r"E\d+", fields[0]):
                events.append(fields[1])
    found = []
    for event in events:
        attribution = {label: [] for label in LABELS}
        for part in event.split():
            role, target = part.split(":")
            role = re.sub(r"\d+$", "", role).lower()
            if role in attribution and target in spans:
                attribution[role] += spans[target]
        if attribution["content"] or attribution["cue"]:
            found.append(attribution)
    return found


def read_articles(folder):
    """All articles of a part, each with its alphabetically first annotator, sorted by name."""
    first, texts = {}, os.path.join(folder, "text")
    for name in sorted(os.listdir(os.path.join(folder, "attributions"))):
        if name.endswith(".ann"):
            first.setdefault(name.rsplit("_", 1)[0], name)
    articles = []
    for name, annotation in sorted(first.items()):
        path = os.path.join(texts, name + ".txt")
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf8", newline="") as file:
            text = file.read()
        annotator = annotation.rsplit("_", 1)[1][: -len(".ann")]
        attributions = read_attributions(os.path.join(folder, "attributions", annotation))
        articles.append(Article(name, text, annotator, attributions))
    return articles
