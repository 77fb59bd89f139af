"""From exported tokens and annotated articles to training examples: one per block, or per window of a long block."""
import bisect
import gzip
import json
from dataclasses import dataclass, field

POS = ("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X").split()
POS_ID = {name: i for i, name in enumerate(POS)}
# Tags: 0 outside, then begin and inside of source, cue, content.
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
WINDOW = 192  # tokens; the same number as in server/src/attribution/model/windows.ts


@dataclass
class Example:
    article: str
    block: int
    annotator: str
    words: list
    lemmas: list
    pos: list  # ids
    quote: list  # quotation state, see quote_states
    sentence: list
    spans: list  # (start, end) in the article, code points
    open: bool  # a quotation was open before the block
    tags: list = field(default_factory=list)
    # For each cue: [cue tokens], [source tokens], [content tokens], indices into words.
    links: list = field(default_factory=list)


def quote_states(tokens, quotations):
    """Per token: 0 outside any quotation, 1 an opening mark, 2 a closing mark, 3 inside one, 4 inside two or more."""
    states = [0] * len(tokens)
    starts = [t[0] for t in tokens]
    for start, end, _depth in quotations:
        first = bisect.bisect_left(starts, start)
        last = bisect.bisect_left(starts, end)
        for i in range(first, last):
            states[i] = 4 if states[i] in (3, 4) else 3
    for start, end, _depth in quotations:
        first = bisect.bisect_left(starts, start)
        last = bisect.bisect_left(starts, end) - 1
        if first < len(tokens) and tokens[first][1] - tokens[first][0] == 1 and starts[first] == start:
            states[first] = 1
        if first < last < len(tokens) and tokens[last][1] - tokens[last][0] == 1:
            states[last] = 2
    return states


def windows(sentences):
    """Cuts tokens into stretches of at most WINDOW, at ends of sentences where there are any."""
    start, count = 0, len(sentences)
    while start < count:
        end = min(count, start + WINDOW)
        if end < count:
            cut = end
            while cut > start and sentences[cut] == sentences[cut - 1]:
                cut -= 1
            if cut > start:
                end = cut
        yield start, end
        start = end


def utf16_map(text):
    """UTF-16 offset to code point, or None where they are the same."""
    if all(ord(c) < 0x10000 for c in text):
        return None
    at, table = 0, {}
    for i, c in enumerate(text):
        table[at] = i
        at += 2 if ord(c) > 0xFFFF else 1
    table[at] = len(text)
    return table


def opener(path):
    return gzip.open(path, "rt", encoding="utf8") if path.endswith(".gz") else open(path, encoding="utf8")


def read_examples(tokens_path, articles):
    """Examples in the order of the export."""
    by_name = {a.name: a for a in articles}
    examples, maps = [], {}
    with opener(tokens_path) as lines:
        for line in lines:
            block = json.loads(line)
            article = by_name.get(block["article"])
            if article is None or not block["tokens"]:
                continue
            if article.name not in maps:
                maps[article.name] = utf16_map(article.text)
            table = maps[article.name]
            tokens, text = block["tokens"], block["text"]
            raw = text.encode("utf-16-le")
            states = quote_states(tokens, block["quotations"])
            for first, last in windows([t[6] for t in tokens]):
                part = tokens[first:last]
                point = (lambda o: table[o]) if table else (lambda o: o)
                examples.append(
                    Example(
                        article=article.name,
                        block=block["block"],
                        annotator=article.annotator,
                        words=[raw[2 * t[0] : 2 * t[1]].decode("utf-16-le", "replace") for t in part],
                        lemmas=[t[4] for t in part],
                        pos=[POS_ID.get(t[5], POS_ID["X"]) for t in part],
                        quote=states[first:last],
                        sentence=[t[6] - part[0][6] for t in part],
                        spans=[(point(t[2]), point(t[3])) for t in part],
                        open=block["open"] and first == 0,
                    )
                )
    label(examples, by_name)
    return examples


def label(examples, by_name):
    """Lays the annotated spans over the tokens."""
    per_article = {}
    for e in examples:
        per_article.setdefault(e.article, []).append(e)
        e.tags = [0] * len(e.words)
    for name, parts in per_article.items():
        starts = [e.spans[0][0] for e in parts]
        for attribution in by_name[name].attributions:
            pieces = {}  # example index -> ([cue], [source], [content])
            for kind, column in (("content", 2), ("source", 1), ("cue", 0)):
                for start, end in attribution[kind]:
                    for at in range(max(0, bisect.bisect_right(starts, start) - 1), len(parts)):
                        e = parts[at]
                        if e.spans[0][0] >= end:
                            break
                        hit = [i for i, (a, b) in enumerate(e.spans) if a < end and b > start]
                        if not hit:
                            continue
                        pieces.setdefault(at, ([], [], []))[column].extend(hit)
                        begin = {"source": 1, "cue": 3, "content": 5}[kind]
                        for k, i in enumerate(hit):
                            e.tags[i] = begin if k == 0 or hit[k - 1] != i - 1 else begin + 1
            for at, (cue, source, content) in pieces.items():
                parts[at].links.append((sorted(set(cue)), sorted(set(source)), sorted(set(content))))
