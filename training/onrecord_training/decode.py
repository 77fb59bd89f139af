"""From tag and link scores to attributions. server/src/attribution/model/decode.ts does the same; keep them alike."""
import numpy as np

NEVER = -1e9
KIND = (0, 1, 1, 2, 2, 3, 3)  # tag -> 0 outside, 1 source, 2 cue, 3 content


def allowed():
    """Which tag may follow which: inside only after begin or inside of its kind."""
    step = np.zeros((7, 7), np.float32)
    for b in range(7):
        if b in (2, 4, 6):
            for a in range(7):
                if KIND[a] != KIND[b]:
                    step[a, b] = NEVER
    return step


STEP = allowed()


def viterbi(scores, step=STEP):
    """The best legal tags for log scores of shape [tokens, 7]."""
    n = len(scores)
    best = scores[0].copy()
    best[[2, 4, 6]] = NEVER
    back = np.zeros((n, 7), np.int64)
    for i in range(1, n):
        total = best[:, None] + step
        back[i] = total.argmax(0)
        best = total.max(0) + scores[i]
    tags = [int(best.argmax())]
    for i in range(n - 1, 0, -1):
        tags.append(int(back[i, tags[-1]]))
    return tags[::-1]


def spans_of(tags):
    """Lists of (first, last) per kind: source, cue, content."""
    found, i = ([], [], []), 0
    while i < len(tags):
        kind = KIND[tags[i]]
        if not kind:
            i += 1
            continue
        j = i + 1
        while j < len(tags) and KIND[tags[j]] == kind and tags[j] % 2 == 0:
            j += 1
        found[kind - 1].append((i, j))
        i = j
    return found


def decode(tags, content_link, source_link, orphan=-3.0):
    """
    @param tags log probabilities [n, 7]
    @param content_link log probabilities [n, n]: token i's content belongs to the cue that begins with token j
    @param source_link log probabilities [n, n + 1]: the cue that begins with i has the source that begins with j;
      n for none
    @returns a list of (cue spans, source spans, content spans), spans of tokens
    """
    sources, cues, contents = spans_of(viterbi(tags))
    if not cues:
        return []
    held = [[] for _ in cues]
    heads = [a for a, _ in cues]
    for a, b in contents:
        score = content_link[a:b][:, heads].mean(0)
        held[int(score.argmax())].append((a, b))
    n = len(tags)
    out = []
    taken = {}
    for (a, b), content in zip(cues, held):
        starts = [s for s, _ in sources]
        score = source_link[a][starts + [n]]
        pick = int(score.argmax())
        if pick < len(sources):
            taken[pick] = True
        out.append([(a, b), pick if pick < len(sources) else None, content])
    # A source that no cue took goes to the one that would rather have it than none.
    for k, (s, _) in enumerate(sources):
        if k in taken:
            continue
        free = [(source_link[o[0][0]][s], o) for o in out if o[1] is None]
        if free:
            score, o = max(free, key=lambda f: f[0])
            if score > orphan:
                o[1] = k
    return [([cue], [sources[k]] if k is not None else [], content) for cue, k, content in out if content]


def attributions(example, found):
    """Decoded spans of tokens as {label: [(start, end)]} in the article."""
    place = lambda spans: [(example.spans[a][0], example.spans[b - 1][1]) for a, b in spans]
    return [{"cue": place(c), "source": place(s), "content": place(t)} for c, s, t in found]
