"""What the network knows of a word by its letters alone. loader/nlp/form.go has the same in Go, but for İ, a final Σ, and words of over 64 bytes that are cut within a letter."""
import unicodedata

SUFFIXES, ENDINGS, PREFIXES, SHAPES = 2048, 512, 2048, 512  # buckets
STRAIGHT = str.maketrans("‘’‛′“”„″", "''''" + '""""')
LONGEST = 64  # bytes of a word that are looked at: half of them from each end
SHAPE = 8  # letters of a shape, runs cut to two


def fnv(s, seed):
    """The FNV-1a hash of 32 bits, with a seed."""
    h = 2166136261 ^ seed
    for b in s.encode("utf-8"):
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    return h


def cut(w):
    b = w.encode("utf-8")
    if len(b) <= LONGEST:
        return w
    return b[: LONGEST // 2].decode("utf-8", "replace") + b[-LONGEST // 2 :].decode("utf-8", "replace")


def shape(w):
    """X for a capital, x for another letter, 0 for a digit, other marks as they are."""
    out, last, run = "", "", 0
    for c in w:
        k = unicodedata.category(c)
        k = "X" if k in ("Lu", "Lt") else "x" if k[0] == "L" else "0" if k == "Nd" else c
        run = run + 1 if k == last else 1
        last = k
        if run <= 2:
            out += k
            if len(out) == SHAPE:
                break
    return out


def features(w):
    """-> w in lower case, and the buckets of its last three letters, last two, first three, and shape"""
    w = cut(w).translate(STRAIGHT)
    low = w.lower()
    return low, fnv(low[-3:], 1) % SUFFIXES, fnv(low[-2:], 2) % ENDINGS, fnv(low[:3], 3) % PREFIXES, fnv(shape(w), 4) % SHAPES
