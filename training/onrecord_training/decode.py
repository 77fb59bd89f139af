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


# How sure a link must be for a cue that the tags alone do not show, for content to stay with a cue that they do show,
# and for a source; probabilities, chosen on articles of train that the teachers had not seen.
NEW_CUE, STAY, ORPHAN = 0.35, 0.1, 0.05
# How sure for content to join another that its cue is surer of; if it is not, how sure for a cue of its own.
JOIN, OWN_CUE = 0.65, 0.05
# Tokens of one content that are asked for its cue: they agree, and a long quotation has hundreds.
MOST_ASKED = 12
# Added to the log probabilities of the tags, chosen likewise: a source missed costs more than one too many, and a
# content that is cut in two more than one that runs on.
BIAS = np.array([0, 0.5, 0.5, 0.2, 0.2, -0.9, -0.2], np.float32)


def cue_at(tags, j, taken):
    """The likeliest extent of a cue that begins with token j."""
    end = j + 1
    while end < len(tags) and end not in taken and tags[end, 4] > max(tags[end, 0], tags[end, 1:4].max(), tags[end, 5:].max()):
        end += 1
    return j, end


def likeliest(mass, cues, start, to, most):
    """The likeliest of the cues from index `start` on, or the one that is known already."""
    for k in range(start, len(cues)):
        share = mass[slice(*cues[k])].sum()
        if share > most:
            to, most = k, share
    return to, most


def decode(tags, content_link, source_link, new_cue=NEW_CUE, stay=STAY, orphan=ORPHAN):
    """
    @param tags log probabilities [n, 7]
    @param content_link log probabilities [n, n + 1]: token i's content belongs to the cue that begins with token j
    @param source_link log probabilities [n, n + 1]: the cue that begins with i has the source that begins with j;
      n for none
    @returns a list of (cue spans, source spans, content spans), spans of tokens
    """
    n = len(tags)
    sources, cues, contents = spans_of(viterbi(tags + BIAS))
    taken = {i for spans in (sources, cues, contents) for a, b in spans for i in range(a, b)}
    wishes = []
    for a, b in contents:
        mass = np.exp(content_link[a : b : -(-(b - a) // MOST_ASKED), :n]).mean(0)
        untaken = [j for j in range(n) if j not in taken]
        free = max(untaken, key=lambda j: mass[j]) if untaken else -1
        to, most = likeliest(mass, cues, 0, -1, -1)
        wishes.append(((a, b), mass, free, to, most))
    surest = [max([0] + [most for *_, to, most in wishes if to == k]) for k in range(len(cues))]
    tagged = len(cues)
    held = [[] for _ in cues]
    loose = []
    for content, mass, free, to, most in wishes:
        opens = mass[free] if free >= 0 and free not in taken else 0
        to, most = likeliest(mass, cues, tagged, to, most)  # A cue may have been opened since.
        second = 0 <= to < tagged and most < surest[to] and most < JOIN
        if (opens > new_cue and opens > most) or (second and opens > OWN_CUE):
            cues.append(cue_at(tags, free, taken))
            held.append([content])
            taken.update(range(*cues[-1]))
        elif to >= 0 and most > stay and not second:
            held[to].append(content)
        else:
            loose.append(content)
    out, used = [], set()
    for (a, b), content in zip(cues, held):
        starts = [s for s, _ in sources]
        score = source_link[a][starts + [n]]
        pick = int(score.argmax())
        if pick < len(sources):
            used.add(pick)
        out.append([(a, b), pick if pick < len(sources) else None, content])
    # A source that no cue took goes to the one that would rather have it than none.
    for k, (s, _) in enumerate(sources):
        free = [(source_link[o[0][0]][s], o) for o in out if o[1] is None] if k not in used else []
        if free:
            score, o = max(free, key=lambda f: f[0])
            if score > np.log(orphan):
                o[1] = k
    found = [([cue], [sources[k]] if k is not None else [], content) for cue, k, content in out if content]
    return found + [([], [], [span]) for span in loose]


def attributions(example, found):
    """Decoded spans of tokens as {label: [(start, end)]} in the article."""
    place = lambda spans: [(example.spans[a][0], example.spans[b - 1][1]) for a, b in spans]
    return [{"cue": place(c), "source": place(s), "content": place(t)} for c, s, t in found]
