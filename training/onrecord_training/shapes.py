"""How a word is written. server/src/attribution/model/features.ts tells the same shapes apart."""
SHAPES = 8


def shape(word):
    """0 lower case, 1 capitalised, 2 all capitals, 3 mixed, 4 with a digit, 5 no letter, 6 one capital, 7 other."""
    if any(c.isdigit() for c in word):
        return 4
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 0 if len(letters) == len(word) else 7
    if upper == len(letters):
        return 6 if upper == 1 else 2
    return 1 if upper == 1 and word[0].isupper() else 3
