"""How good attributions are, by the definitions of the corpus's usual scorer (tokens are \\w+ or one mark)."""
import bisect
import re

from .brat import LABELS

TOKEN = re.compile(r"\w+|[^\w\s]", re.U)
SPEECH = set(
    """say says said saying tell tells told telling add adds added adding ask asks asked asking write writes wrote
written writing tweet tweets tweeted tweeting note notes noted noting argue argues argued arguing claim claims claimed
claiming announce announces announced announcing report reports reported reporting explain explains explained
explaining declare declares declared acknowledge acknowledges acknowledged admit admits admitted insist insists
insisted insisting suggest suggests suggested suggesting state states stated stating warn warns warned warning call
calls called calling describe describes described describing accuse accuses accused accusing criticize criticizes
criticized praise praised urge urges urged reply replies replied respond responds responded recall recalls recalled
conclude concludes concluded predict predicts predicted allege alleges alleged confirm confirms confirmed deny denies
denied promise promises promised vow vows vowed pledge pledges pledged cite cites cited citing declined read reads
mention mentions mentioned complain complains complained joke joked remark remarked testify testified recount
recounted quote quoted according""".split()
)


class Tally:
    def __init__(self):
        self.token = {label: [0, 0, 0] for label in LABELS}
        self.exact = {label: [0, 0, 0] for label in LABELS}
        self.relation = [0, 0, 0]
        self.speech = [0, 0, 0, 0]
        self.sentence = [0, 0, 0]

    def add(self, text, gold, predicted, sentences=()):
        """One article; attributions are {label: [(start, end)]} in code points, sentences (start, end)."""
        tokens = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
        starts, ends = [t[0] for t in tokens], [t[1] for t in tokens]

        def cover(spans):
            found = set()
            for start, end in spans:
                found.update(range(bisect.bisect_right(ends, start), bisect.bisect_left(starts, end)))
            return found

        def trim(found):
            found = sorted(found)
            word = lambda i: re.match(r"\w", text[tokens[i][0] : tokens[i][1]])
            while found and not word(found[0]):
                found.pop(0)
            while found and not word(found[-1]):
                found.pop()
            return tuple(found)

        G = [{label: cover(a[label]) for label in LABELS} for a in gold]
        P = [{label: cover(a[label]) for label in LABELS} for a in predicted]
        g_speech, p_speech = [is_speech(a, text) for a in gold], [is_speech(a, text) for a in predicted]
        for label in LABELS:
            g, p = set().union(*[a[label] for a in G]), set().union(*[a[label] for a in P])
            add(self.token[label], len(g & p), len(p), len(g))
            g, p = {trim(a[label]) for a in G} - {()}, {trim(a[label]) for a in P} - {()}
            add(self.exact[label], len(g & p), len(p), len(g))
        used, hit = set(), set()
        for k, q in enumerate(P):
            best = None
            for i, g in enumerate(G):
                union = q["content"] | g["content"]
                if i in used or not union:
                    continue
                jaccard = len(q["content"] & g["content"]) / len(union)
                same = not g["source"] or g["source"] & q["source"]
                if jaccard >= 0.5 and same and (best is None or jaccard > best[0]):
                    best = (jaccard, i)
            if best:
                used.add(best[1])
                hit.add(k)
        add(self.relation, len(hit), len(P), len(G))
        add(self.speech, sum(p_speech[k] for k in hit), sum(p_speech), sum(g_speech[i] for i in used), sum(g_speech))
        g, p = set().union(*[a["content"] for a in G]), set().union(*[a["content"] for a in P])
        for span in sentences:
            held = cover([span])
            a, b = bool(held & g), bool(held & p)
            add(self.sentence, a and b, b, a)

    def figures(self):
        out = {}
        for label in LABELS:
            out[f"token {label}"] = f1(*self.token[label])
        for label in LABELS:
            out[f"exact {label}"] = f1(*self.exact[label])
        out["relation"] = f1(*self.relation)
        hit, predicted, found, gold = self.speech
        p, r = hit / max(1, predicted), found / max(1, gold)
        out["speech"] = 200 * p * r / (p + r) if p + r else 0.0
        out["sentence"] = f1(*self.sentence)
        return out


def is_speech(attribution, text):
    cue = " ".join(text[a:b] for a, b in attribution["cue"]).lower()
    quoted = any(re.search('["\u201c\u201d]', text[max(0, a - 1) : b + 1]) for a, b in attribution["content"])
    return quoted or bool(SPEECH & set(re.findall(r"[a-z']+", cue)))


def add(counts, *more):
    for i, n in enumerate(more):
        counts[i] += n


def f1(hit, predicted, gold):
    return 200 * hit / (predicted + gold) if predicted + gold else 0.0


def show(figures):
    return "  ".join(f"{name} {value:.1f}" for name, value in figures.items())
