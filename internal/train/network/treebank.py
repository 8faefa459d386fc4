"""Treebanks, and sentences dealt into batches."""


def read_conllu(path):
    """The sentences of a CoNLL-U file: lists of (form, xpos, upos, head, rel), head 0 the root."""
    out, sentence = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if sentence:
                out.append(sentence)
            sentence = []
        elif line[0] != "#":
            f = line.split("\t")
            if f[0].isdigit():
                sentence.append((f[1], f[4], f[3], int(f[6]), f[7]))
    if sentence:
        out.append(sentence)
    return out


def labels(sentences):
    """The numbers of tags, parts of speech and relations, by kind and name."""
    number = lambda column: {x: i for i, x in enumerate(sorted({w[column] for s in sentences for w in s}))}
    return {"tag": number(1), "pos": number(2), "rel": number(4)}


def batches(sentences, size, rng=None, most=150):
    """Indices of sentences of like length, at most `size` words with padding; shuffled by rng if there is one."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]) + (rng.random() * 4 if rng else 0))
    out, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i]))
        if batch and (longest * (len(batch) + 1) > size or len(batch) == most):
            out.append(batch)
            batch, longest = [], len(sentences[i])
        batch.append(i)
    if batch:
        out.append(batch)
    if rng:
        rng.shuffle(out)
    return out


class Score:
    """Shares of tags, heads and relations that are right; heads and relations without punctuation."""

    def __init__(self):
        self.words = self.plain = self.tag = self.pos = self.head = self.rel = 0

    def add(self, mask, plain, tag, pos, head, rel):
        n = lambda x: int(x.sum())
        self.words, self.plain = self.words + n(mask), self.plain + n(plain)
        self.tag, self.pos = self.tag + n(tag & mask), self.pos + n(pos & mask)
        self.head, self.rel = self.head + n(head & plain), self.rel + n(head & rel & plain)

    def __str__(self):
        share = lambda x, of: f"{100 * x / max(1, of):.2f}"
        return f"XPOS {share(self.tag, self.words)} UPOS {share(self.pos, self.words)} UAS {share(self.head, self.plain)} LAS {share(self.rel, self.plain)}"
