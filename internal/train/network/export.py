"""A student as the integers that loader/nlp/network_file.go reads."""
import math
import struct
import zlib

import numpy as np
import torch

from student import ARC, CLASSES, FORM, REL, STATE, WORD, batch, batches

GATE, UNIT, ACTIVE, RELATION = 10, 14, 7, 4  # bits behind the point: of gates, states, states in products, hidden units of relations
MOST = 127  # of what goes into a product
LANE = 1 << 20  # what a sum of products may not reach
TABLE = 2048  # entries of the tables of functions
SIGMOID_STEP, TANH_STEP = 3, 2  # bits of a gate between entries
SYNTAX = 3  # the kind of the model file


def uvarint(n):
    out = b""
    while n >= 128:
        out += bytes([n & 127 | 128])
        n >>= 7
    return out + bytes([n])


def text(s):
    b = s.encode("utf-8")
    return uvarint(len(b)) + b


def matrix(w, inputs, outputs, bias):
    """w: outputs × inputs, real. inputs: what a step of each input is worth. outputs: steps of each output to one."""
    w = w * inputs[None, :]
    unit = np.maximum(np.abs(w).max(1) / MOST, np.abs(w).sum(1) * MOST / (LANE - MOST * w.shape[1])) + 1e-12
    q = np.clip(np.round(w / unit[:, None]), -MOST, MOST).astype(np.int8)
    assert (np.abs(q.astype(int)).sum(1) * MOST < LANE).all()
    factor = unit * outputs
    shift = int(min(30, math.floor(math.log2((1 << 30) / factor.max()))))
    ints = lambda x: np.round(x).astype("<i4").tobytes()
    return uvarint(w.shape[1]) + uvarint(w.shape[0]) + uvarint(shift) + q.tobytes() + ints(factor * (1 << shift)) + ints(bias * outputs)


def scale(x, share):
    """What a step is worth if the share of values fits."""
    return float(np.quantile(np.abs(x), share)) / MOST


@torch.no_grad()
def samples(m, vocabulary, sentences):
    """Values of the places whose scale is chosen: parts of forms, dependents, heads, hidden units of relations."""
    m.eval()
    out = [], [], [], []
    for idx in batches(sentences, 2000):
        b = batch(vocabulary, [sentences[i] for i in idx])
        k = b["words"]
        w, f = m.parts(b)
        x = m.run(m.gru2, m.run(m.gru1, torch.cat([w, f], -1), b["len"]), b["len"])
        _, _, arcs, rd, rh = m(b)
        for to, v in zip(out, (f, m.ad(x), torch.relu(m.ah(x)), m.rel_hidden(rd, rh, arcs.argmax(-1)))):
            to.append(v[k].numpy())
    return [np.concatenate(x) for x in out]


def body(m, vocabulary, labels, sentences):
    st = {k: v.detach().float().numpy() for k, v in m.state_dict().items()}
    vectors = vocabulary.vectors @ st["lin.weight"].T
    for i, w in enumerate([""] + vocabulary.words):
        vectors[i] += st["own.weight"][vocabulary.own.get(w, 0)]
    forms, deps, heads, rels = samples(m, vocabulary, sentences)
    sw, sf = scale(vectors, 0.9995), scale(forms, 0.9995)
    sa, sh, sr = scale(deps, 0.9998), scale(heads, 0.9998), scale(rels, 0.9998)
    bytes_of = lambda x, s: np.clip(np.round(x / s), -MOST, MOST).astype(np.int8).tobytes()
    out = b""
    for kind in ("tag", "pos", "rel"):
        out += uvarint(len(labels[kind])) + b"".join(text(n) for n in labels[kind])
    out += uvarint(len(vocabulary.words)) + b"".join(text(w) for w in vocabulary.words)
    out += bytes_of(vectors, sw)
    for e in ("suf", "end", "pre", "sh"):
        out += bytes_of(st[e + ".weight"], sf)
    k = np.arange(TABLE) - TABLE // 2 + 0.5
    at = lambda step: k * (1 << step) / (1 << GATE)
    for values in (1 / (1 + np.exp(-at(SIGMOID_STEP))), np.tanh(at(TANH_STEP))):
        out += np.round(values * (1 << UNIT)).astype("<i2").tobytes()
    one, gate = np.ones, float(1 << GATE)
    active = one(STATE) / (1 << ACTIVE)
    both = np.concatenate([active, active])

    def gru(name, inputs):
        w = np.concatenate([st[name + ".weight_ih_l0"], st[name + ".weight_ih_l0_reverse"]])
        bias, own = [], b""
        for d in ("", "_reverse"):
            i, h = st[name + ".bias_ih_l0" + d].copy(), st[name + ".bias_hh_l0" + d].copy()
            i[: 2 * STATE] += h[: 2 * STATE]
            h[: 2 * STATE] = 0
            bias.append(i)
            own += matrix(st[name + ".weight_hh_l0" + d], active, one(3 * STATE) * gate, h)
        return matrix(w, inputs, one(6 * STATE) * gate, np.concatenate(bias)) + own

    out += gru("gru1", np.concatenate([one(WORD) * sw, one(FORM) * sf]))
    out += gru("gru2", both)
    parts = [("tag", gate), ("pos", gate), ("ad", 1 / sa), ("ah", 1 / sh), ("rd", (1 << RELATION) / sr), ("rh", (1 << RELATION) / sr)]
    w = np.concatenate([st[p + ".weight"] for p, _ in parts])
    bias = np.concatenate([st.get(p + ".bias", np.zeros(len(st[p + ".weight"]))) for p, _ in parts])
    out += matrix(w, both, np.concatenate([one(len(st[p + ".weight"])) * s for p, s in parts]), bias)
    out += matrix(np.concatenate([st["dist"], st["root"][None]]), one(ARC) * sa, one(2 * CLASSES + 1) / (sa * sh), np.zeros(2 * CLASSES + 1))
    out += matrix(st["ro.weight"], one(REL) * sr, one(len(st["ro.weight"])) * gate, st["ro.bias"])
    out += np.round(st["rroot"] * (1 << RELATION) / sr).astype("<i4").tobytes()
    return out


def pack(b):
    """A model file as loader/nlp/modelfile.go has it."""
    z = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"NGM" + bytes([1, SYNTAX]) + struct.pack("<II", len(b), zlib.crc32(b)) + z.compress(b) + z.flush()
