"""The network that is shipped: words' forms, two bidirectional layers of gated recurrent units, and scores of tags, heads and relations. loader/nlp/network.go runs it in integers."""
from collections import Counter

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from forms import ENDINGS, PREFIXES, SHAPES, SUFFIXES, features
from tree import best_tree
from treebank import Score, batches

WORD, FORM, STATE, ARC, REL = 64, 48, 64, 64, 64
DISTANCES = [1, 2, 3, 4, 6, 9, 14, 20, 30]  # least distances of classes
CLASSES = len(DISTANCES) + 1
BLANK = 0.05  # share of words that the student must do without
RATE = 3e-3  # of learning, at most
CASED = 0.03  # share of sentences in capitals, and of those with every word begun by one


def distance(d):
    k = sum(abs(d) >= least for least in DISTANCES)
    return k if d < 0 else k + CLASSES


class Student(nn.Module):
    def __init__(self, vectors, own, labels, drop):
        super().__init__()
        self.vectors = nn.Parameter(vectors, requires_grad=False)
        self.lin = nn.Linear(vectors.shape[1], WORD, bias=False)
        self.own = nn.Embedding(own + 1, WORD)  # of words seen in training, 0 for others
        nn.init.zeros_(self.own.weight)
        self.suf, self.end, self.pre, self.sh = (nn.Embedding(n, FORM) for n in (SUFFIXES, ENDINGS, PREFIXES, SHAPES))
        for e in (self.suf, self.end, self.pre, self.sh):
            nn.init.normal_(e.weight, std=0.3)
        self.gru1 = nn.GRU(WORD + FORM, STATE, 1, batch_first=True, bidirectional=True)
        self.gru2 = nn.GRU(2 * STATE, STATE, 1, batch_first=True, bidirectional=True)
        self.drop = drop
        n = 2 * STATE
        self.tag, self.pos = nn.Linear(n, len(labels["tag"])), nn.Linear(n, len(labels["pos"]))
        self.ad, self.ah = nn.Linear(n, ARC), nn.Linear(n, ARC)
        self.root = nn.Parameter(torch.randn(ARC) * 0.1)
        self.dist = nn.Parameter(torch.randn(2 * CLASSES, ARC) * 0.1)
        self.rd, self.rh, self.ro = nn.Linear(n, REL), nn.Linear(n, REL, bias=False), nn.Linear(REL, len(labels["rel"]))
        self.rroot = nn.Parameter(torch.randn(REL) * 0.1)

    def dropped(self, x):
        """x with units left out, the same ones in all words of a sentence."""
        if not self.training or not self.drop:
            return x
        return x * x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.drop) / (1 - self.drop)

    def run(self, gru, x, n):
        y, _ = gru(nn.utils.rnn.pack_padded_sequence(x, n, batch_first=True, enforce_sorted=False))
        return nn.utils.rnn.pad_packed_sequence(y, batch_first=True, total_length=x.shape[1])[0]

    def parts(self, b):
        """The vectors of words, and of the parts of their forms."""
        w = self.lin(F.embedding(b["word"], self.vectors)) + self.own(b["own"])
        return w, self.suf(b["suf"]) + self.end(b["end"]) + self.pre(b["pre"]) + self.sh(b["sh"])

    def forward(self, b):
        x = self.dropped(torch.cat(self.parts(b), -1))
        x = self.dropped(self.run(self.gru1, x, b["len"]))
        x = self.dropped(self.run(self.gru2, x, b["len"]))
        a, h = self.ad(x), F.relu(self.ah(x))
        arcs = torch.einsum("bid,bjd->bij", a, h)
        arcs = arcs + torch.gather(a @ self.dist.T, 2, b["dist"][None].expand(len(x), -1, -1))
        arcs = torch.cat([(a @ self.root)[..., None], arcs], -1)
        arcs = arcs.masked_fill(~b["heads"][:, None, :], -1e9)
        arcs[:, :, 1:].masked_fill_(torch.eye(x.shape[1], dtype=torch.bool), -1e9)
        return self.tag(x), self.pos(x), arcs, self.rd(x), self.rh(x)

    def rel_hidden(self, rd, rh, heads):
        z = torch.cat([self.rroot.expand(len(rd), 1, -1), rh], 1)
        return F.relu(rd + torch.gather(z, 1, heads.unsqueeze(-1).expand(-1, -1, z.shape[-1])))

    def rel_scores(self, rd, rh, heads):
        return self.ro(self.rel_hidden(rd, rh, heads))


class Vocabulary:
    """The words that have a vector of their own, 0 for others, and those that training saw often enough to learn one."""

    def __init__(self, names, vectors, counts, size):
        seen = {w for w, c in counts.items() if c >= 2}
        keep = [i for i, w in enumerate(names) if i < size or w in seen]
        self.words = [names[i] for i in keep]
        known = set(self.words)
        self.words += sorted(w for w in seen if w not in known)
        self.vectors = np.zeros((len(self.words) + 1, vectors.shape[1]), dtype=np.float32)
        self.vectors[1 : len(keep) + 1] = vectors[keep]
        self.own = {w: i + 1 for i, w in enumerate(sorted(seen))}
        self.id = {w: i + 1 for i, w in enumerate(self.words)}
        self.known = {}

    def form(self, w):
        if w not in self.known:
            low, suffix, ending, prefix, shape = features(w)
            self.known[w] = (self.id.get(low, 0), self.own.get(low, 0), suffix, ending, prefix, shape)
        return self.known[w]


def count(gold, raw):
    c = Counter(w[0].lower() for s in gold for w in s)
    c.update(w.lower() for s in raw for w in s)
    return c


DIST = {}


def distances(n):
    if n not in DIST:
        DIST[n] = torch.tensor([[distance(j - i) for j in range(n)] for i in range(n)])
    return DIST[n]


def batch(vocabulary, sentences, labels=None, rng=None):
    """Sentences as numbers; with rng some words and some cases are changed, as in training."""
    n = max(map(len, sentences))
    rows, gold = np.zeros((6, len(sentences), n), np.int64), np.zeros((4, len(sentences), n), np.int64)
    for i, s in enumerate(sentences):
        case = rng.random() if rng else 1
        for k, w in enumerate(s):
            f = vocabulary.form(w[0].upper() if case < CASED else w[0][:1].upper() + w[0][1:] if case < 2 * CASED else w[0])
            if rng and rng.random() < BLANK:
                f = (0, 0) + f[2:]
            elif rng and f[1] and rng.random() < BLANK:
                f = (f[0], 0) + f[2:]
            rows[:, i, k] = f
            if labels:
                gold[:, i, k] = (labels["tag"].get(w[1], 0), labels["pos"].get(w[2], 0), w[3], labels["rel"].get(w[4], 0))
    b = dict(zip(["word", "own", "suf", "end", "pre", "sh"], map(torch.from_numpy, rows)))
    b["len"] = torch.tensor([len(s) for s in sentences])
    b["words"] = torch.arange(n)[None] < b["len"][:, None]
    b["heads"] = torch.cat([torch.ones(len(sentences), 1, dtype=torch.bool), b["words"]], 1)
    b["dist"] = distances(n)
    if labels:
        b.update(zip(["tag", "pos", "head", "rel"], map(torch.from_numpy, gold)))
    return b


@torch.no_grad()
def score(m, vocabulary, sentences, labels):
    m.eval()
    total = Score()
    for idx in batches(sentences, 3000):
        ss = [sentences[i] for i in idx]
        b = batch(vocabulary, ss, labels)
        tag, pos, arcs, rd, rh = m(b)
        heads = torch.zeros_like(b["head"])
        for i, s in enumerate(ss):
            heads[i, : len(s)] = torch.tensor(best_tree(arcs[i, : len(s), : len(s) + 1].numpy()))
        rel = m.rel_scores(rd, rh, heads).argmax(-1)
        plain = b["words"] & (b["rel"] != labels["rel"]["punct"])
        total.add(b["words"], plain, tag.argmax(-1) == b["tag"], pos.argmax(-1) == b["pos"], heads == b["head"], rel == b["rel"])
    return total


def gold_loss(m, vocabulary, sentences, labels, rng):
    b = batch(vocabulary, sentences, labels, rng)
    tag, pos, arcs, rd, rh = m(b)
    k = b["words"]
    ce = lambda s, t: F.cross_entropy(s[k], t[k])
    return ce(tag, b["tag"]) + 0.3 * ce(pos, b["pos"]) + ce(arcs, b["head"]) + ce(m.rel_scores(rd, rh, b["head"]), b["rel"])


def soft_loss(m, vocabulary, sentences, said, labels, rng):
    """The cross entropy with what the teacher said of raw sentences."""
    b = batch(vocabulary, [[(w,) for w in s] for s in sentences], None, rng)
    n = b["word"].shape[1]
    want = [np.zeros((len(sentences), n, d), np.float32) for d in (len(labels["tag"]), len(labels["pos"]), n + 1, len(labels["rel"]))]
    heads = np.zeros((len(sentences), n), np.int64)
    for j, (s, of) in enumerate(zip(sentences, said)):
        z = len(s)
        want[0][j, :z], want[1][j, :z], want[2][j, :z, : z + 1], want[3][j, :z], heads[j, :z] = of
    want[2][:, np.arange(n), np.arange(n) + 1] = 0  # no word is its own head here
    tag, pos, arcs, rd, rh = m(b)
    k = b["words"]
    got = (tag, pos, arcs, m.rel_scores(rd, rh, torch.from_numpy(heads)))
    loss = lambda x, t: -(F.log_softmax(x[k], -1) * torch.from_numpy(t)[k]).sum(-1).mean()
    return sum(weight * loss(x, t) for weight, x, t in zip((1, 0.3, 1, 1), got, want))


def train(vocabulary, labels, gold, raw, said, dev, epochs, drop, rng, log, each=None):
    m = Student(torch.from_numpy(vocabulary.vectors), len(vocabulary.own), labels, drop)
    learn = [x for x in m.parameters() if x.requires_grad]
    opt = torch.optim.Adam(learn, lr=RATE, betas=(0.9, 0.95))
    total = (len(batches(gold, 2000)) + len(batches(raw, 2000))) * epochs
    step = 0
    for epoch in range(epochs):
        m.train()
        todo = [(True, x) for x in batches(gold, 2000, rng)] + [(False, x) for x in batches(raw, 2000, rng)]
        rng.shuffle(todo)
        for from_gold, idx in todo:
            if from_gold:
                loss = gold_loss(m, vocabulary, [gold[i] for i in idx], labels, rng)
            else:
                loss = soft_loss(m, vocabulary, [raw[i] for i in idx], [said[i] for i in idx], labels, rng)
            for g in opt.param_groups:
                g["lr"] = RATE * min((step + 1) / 200, 1.0) * max(0.02, 1 - step / total)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learn, 5.0)
            opt.step()
            step += 1
            if step % 200 == 0:
                log(f"student: step {step} of {total}, loss {float(loss.detach()):.3f}")
        for name, sentences in dev.items():
            log(f"student: epoch {epoch + 1}, {name}: {score(m, vocabulary, sentences, labels)}")
        if each:
            each(m)
    return m
