"""The teacher: a pretrained transformer, fine-tuned to tag and parse. It is not shipped; the network learns from what it says of raw text."""
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from transformers import AutoModel, AutoTokenizer

from tree import best_tree
from treebank import Score, batches

PIECES = 6  # of a word, at most: an address has hundreds
ARC, REL, LSTM = 384, 128, 192
BETWEEN = 12  # the shape of what is no word


def shape(w, first):
    """lower, Capital, CAPS, mIxed, digits, other; other numbers for a word that begins a sentence"""
    if w.isdigit():
        k = 4
    elif not any(c.isalpha() for c in w):
        k = 5
    elif w.islower():
        k = 0
    elif w.isupper() and len(w) > 1:
        k = 2
    elif w[0].isupper() and w[1:].islower() or len(w) == 1:
        k = 1
    else:
        k = 3
    return k + 6 * first


class Biaffine(nn.Module):
    def __init__(self, n, outs):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(outs, n + 1, n + 1))
        nn.init.normal_(self.w, std=0.01)

    def forward(self, dep, head):  # B n d -> B o dep head
        return torch.einsum("bid,ode,bje->boij", with_one(dep), self.w, with_one(head))

    def along(self, dep, head):  # of each dependent with its own head: B n d -> B n o
        return torch.einsum("bid,ode,bie->bio", with_one(dep), self.w, with_one(head))


def with_one(x):
    return torch.cat([x, x.new_ones(x.shape[:-1] + (1,))], -1)


class Teacher(nn.Module):
    """Layers of the transformer, mixed, at the first piece of each word; an LSTM; biaffine scores (Dozat and Manning 2017)."""

    def __init__(self, encoder, labels):
        super().__init__()
        self.bert = AutoModel.from_pretrained(encoder, attention_probs_dropout_prob=0.0)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        h = self.bert.config.hidden_size
        self.shape = nn.Embedding(BETWEEN + 1, h)  # the transformer knows no case
        nn.init.zeros_(self.shape.weight)
        self.mix = nn.Parameter(torch.zeros(self.bert.config.num_hidden_layers + 1))
        self.lstm = nn.LSTM(h, LSTM, 1, batch_first=True, bidirectional=True)
        self.drop = nn.Dropout(0.25)
        n = 2 * LSTM + h
        self.tag, self.pos = nn.Linear(n, len(labels["tag"])), nn.Linear(n, len(labels["pos"]))
        self.ad, self.ah = nn.Linear(n, ARC), nn.Linear(n, ARC)
        self.rd, self.rh = nn.Linear(n, REL), nn.Linear(n, REL)
        self.arcs, self.rels = Biaffine(ARC, 1), Biaffine(REL, len(labels["rel"]))
        self.root = nn.Parameter(torch.randn(n) * 0.1)

    def words(self, b):
        e = self.bert.embeddings.word_embeddings(b["ids"]) + self.shape(b["shapes"])
        layers = self.bert(inputs_embeds=e, attention_mask=b["mask"], output_hidden_states=True).hidden_states
        mix = torch.softmax(self.mix, 0)
        x = sum(mix[i] * h for i, h in enumerate(layers))
        x = self.drop(torch.gather(x, 1, b["first"].unsqueeze(-1).expand(-1, -1, x.shape[-1])))
        y = nn.utils.rnn.pack_padded_sequence(x, b["len"].clamp(min=1), batch_first=True, enforce_sorted=False)
        y, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(y)[0], batch_first=True, total_length=x.shape[1])
        return self.drop(torch.cat([x, y.to(x.dtype)], -1))

    def forward(self, b):
        """-> scores of tags, parts of speech and heads, and what words show as dependents and as heads in relations"""
        x = self.words(b)
        f = lambda layer, z: self.drop(F.gelu(layer(z)))
        z = torch.cat([self.root.expand(len(x), 1, -1).to(x.dtype), x], 1)
        arcs = self.arcs(f(self.ad, x), f(self.ah, z))[:, 0].float()
        valid = torch.cat([b["len"].new_ones(len(x), 1).bool(), b["words"]], 1)
        return self.tag(x).float(), self.pos(x).float(), arcs.masked_fill(~valid[:, None, :], -1e9), f(self.rd, x), f(self.rh, z)

    def rel_scores(self, rd, rh, heads):
        return self.rels.along(rd, torch.gather(rh, 1, heads.unsqueeze(-1).expand(-1, -1, rh.shape[-1]))).float()


class Reader:
    """Makes batches of the sentences of a treebank, or of raw ones without labels."""

    def __init__(self, encoder, labels):
        self.tokenizer, self.labels, self.known = AutoTokenizer.from_pretrained(encoder), labels, {}

    def pieces(self, w):
        if w not in self.known:
            self.known[w] = self.tokenizer.encode(w, add_special_tokens=False)[:PIECES] or [self.tokenizer.unk_token_id]
        return self.known[w]

    def batch(self, sentences, gold=True):
        ids, shapes, first = [], [], []
        for s in sentences:
            i, sh, at = [self.tokenizer.cls_token_id], [BETWEEN], []
            for k, w in enumerate(s):
                p = self.pieces(w[0])
                at.append(len(i))
                i += p
                sh += [shape(w[0], k == 0)] * len(p)
            ids.append(i[:511] + [self.tokenizer.sep_token_id])
            shapes.append(sh[:511] + [BETWEEN])
            first.append([min(f, 511) for f in at])
        n, m = max(map(len, ids)), max(map(len, first))
        pad = lambda rows, k: torch.tensor([r + [0] * (k - len(r)) for r in rows])
        b = {"ids": pad(ids, n), "shapes": pad(shapes, n), "first": pad(first, m), "len": torch.tensor([len(f) for f in first])}
        b["mask"] = (torch.arange(n)[None] < torch.tensor([len(i) for i in ids])[:, None]).long()
        b["words"] = torch.arange(m)[None] < b["len"][:, None]
        if gold:
            for key, column in (("tag", 1), ("pos", 2), ("rel", 4)):
                b[key] = pad([[self.labels[key].get(w[column], 0) for w in s] for s in sentences], m)
            b["head"] = pad([[w[3] for w in s] for s in sentences], m)
        return b


def loss_of(m, b):
    tag, pos, arcs, rd, rh = m(b)
    k = b["words"]
    ce = lambda s, t: F.cross_entropy(s[k], t[k], label_smoothing=0.03)
    return ce(tag, b["tag"]) + 0.5 * ce(pos, b["pos"]) + F.cross_entropy(arcs[k], b["head"][k]) + ce(m.rel_scores(rd, rh, b["head"]), b["rel"])


@torch.no_grad()
def score(m, reader, sentences):
    m.eval()
    total = Score()
    for idx in batches(sentences, 3000):
        ss = [sentences[i] for i in idx]
        b = reader.batch(ss)
        with torch.autocast("cpu", torch.bfloat16):
            tag, pos, arcs, rd, rh = m(b)
        heads = torch.zeros_like(b["head"])
        for i, s in enumerate(ss):
            heads[i, : len(s)] = torch.tensor(best_tree(arcs[i, : len(s), : len(s) + 1].numpy()))
        rel = m.rel_scores(rd.float(), rh.float(), heads).argmax(-1)
        plain = b["words"] & (b["rel"] != reader.labels["rel"]["punct"])
        total.add(b["words"], plain, tag.argmax(-1) == b["tag"], pos.argmax(-1) == b["pos"], heads == b["head"], rel == b["rel"])
    return total


def train(encoder, labels, gold, dev, epochs, rng, log):
    m, reader = Teacher(encoder, labels), Reader(encoder, labels)
    bert = [x for x in m.bert.parameters() if x.requires_grad]
    own = {id(x) for x in bert}
    rest = [x for x in m.parameters() if id(x) not in own and x.requires_grad]
    opt = torch.optim.AdamW([{"params": bert, "lr": 2e-4}, {"params": rest, "lr": 1.5e-3}], weight_decay=0.01, betas=(0.9, 0.98))
    total = len(batches(gold, 1500)) * epochs
    rate = torch.optim.lr_scheduler.LambdaLR(opt, lambda i: min((i + 1) / 300, max(0.0, (total - i) / (total - 300))))
    step = 0
    for epoch in range(epochs):
        m.train()
        for idx in batches(gold, 1500, rng):
            b = reader.batch([gold[i] for i in idx])
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(m, b)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(m.parameters(), 2.0)
            opt.step()
            rate.step()
            step += 1
            if step % 50 == 0:
                log(f"teacher: step {step} of {total}, loss {float(loss.detach()):.3f}")
        for name, sentences in dev.items():
            log(f"teacher: epoch {epoch + 1}, {name}: {score(m, reader, sentences)}")
    return m, reader


@torch.no_grad()
def label(m, reader, sentences, log):
    """What the teacher says of raw sentences: of each the probabilities of tags, parts of speech, heads and relations (half precision), and the heads that the relations are of."""
    m.eval()
    out, done, start = [None] * len(sentences), 0, time.time()
    half = lambda x: x.numpy().astype(np.float16)
    for n, idx in enumerate(batches(sentences, 3000)):
        ss = [[(w,) for w in sentences[i]] for i in idx]
        b = reader.batch(ss, gold=False)
        with torch.autocast("cpu", torch.bfloat16):
            tag, pos, arcs, rd, rh = m(b)
        heads = arcs.argmax(-1)
        rel = F.softmax(m.rel_scores(rd.float(), rh.float(), heads), -1)
        tag, pos, arcs = F.softmax(tag, -1), F.softmax(pos, -1), F.softmax(arcs, -1)
        for j, i in enumerate(idx):
            z = len(ss[j])
            out[i] = (half(tag[j, :z]), half(pos[j, :z]), half(arcs[j, :z, : z + 1]), half(rel[j, :z]), heads[j, :z].numpy().astype(np.uint8))
            done += z
        if n % 50 == 0:
            log(f"label: {done} words, {done / (time.time() - start):.0f} words/s")
    return out
