"""Cuts words into the pieces that the student knows. server/src/attribution/model/pieces.ts does the very same."""
import re
import unicodedata

MOST = 6  # pieces of one word
UNKNOWN = 0
KEEP = re.compile(r"(?:##)?[a-z0-9]+|[!-/:-@\[-`{-~–—‘’“”…•£€°§©™]")
RUN = re.compile(r"[a-z0-9]+|[^a-z0-9\s]")


def vocabulary(tokenizer_json):
    """The pieces of the teacher's vocabulary that English print needs, with their rows in its table."""
    found = [(p, i) for p, i in tokenizer_json["model"]["vocab"].items() if KEEP.fullmatch(p)]
    found.sort(key=lambda one: one[1])
    return ["[UNK]"] + [p for p, _ in found], [i for _, i in found]


class Cutter:
    def __init__(self, pieces):
        self.index = {p: i for i, p in enumerate(pieces)}

    def __call__(self, word):
        """Ids of the pieces, longest first from the left; never empty."""
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
        ids = []
        for run in RUN.findall(plain):
            at = 0
            while at < len(run) and len(ids) < MOST:
                for end in range(min(len(run), at + 24), at, -1):
                    id = self.index.get(("##" if at else "") + run[at:end])
                    if id is not None:
                        ids.append(id)
                        at = end
                        break
                else:
                    ids.append(UNKNOWN)
                    break
            if len(ids) >= MOST:
                break
        return ids or [UNKNOWN]
