"""Train the network of tags and heads that package nlp embeds.

    go run ./internal/train -corpora DIR sentences > sentences.txt
    python3 internal/train/network/train.py --corpora DIR --words DIR --encoder DIR --sentences sentences.txt

It needs torch, transformers and numpy. In turn it fine-tunes the encoder to a teacher, lets the
teacher read the sentences, trains the student on that and on the treebanks, and writes the student
as integers. docs/models.md says what the data are. What a step made is kept in --work, and is not
made again while it is there.
"""
import argparse
import os
import pickle
import random
import time

import numpy as np
import torch

import export
import student
import teacher
from treebank import labels, read_conllu

LONGEST = 70  # words of a raw sentence; longer ones, and those under SHORTEST, are left out
SHORTEST = 4


def log(line):
    print(time.strftime("%H:%M:%S"), line, flush=True)


def kept(path, make):
    """What make returns, or returned when it last wrote path."""
    if os.path.exists(path):
        return pickle.load(open(path, "rb"))
    made = make()
    pickle.dump(made, open(path, "wb"), protocol=5)
    return made


def raw_sentences(path):
    seen, out = set(), []
    for line in open(path, encoding="utf-8"):
        s = tuple(line.split())
        if SHORTEST <= len(s) <= LONGEST and s not in seen:
            seen.add(s)
            out.append(list(s))
    return out


def read_vectors(path):
    names, rows = [], []
    for line in open(path, encoding="utf-8"):
        w, *v = line.rstrip("\n").split(" ")
        names.append(w)
        rows.append(np.array(v, dtype=np.float32))
    return names, np.stack(rows)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--corpora", default=os.environ.get("NEWSGRAPH_CORPORA"), help="folder of the annotated corpora, with syntax/")
    p.add_argument("--words", default=os.environ.get("NEWSGRAPH_WORDS"), help="folder with glove.6B.50d.txt")
    p.add_argument("--encoder", help="folder of the pretrained encoder, as transformers reads it")
    p.add_argument("--sentences", help="raw sentences, one a line, a blank between tokens")
    p.add_argument("--work", default=".", help="folder for what the steps make")
    p.add_argument("--out", default="loader/nlp/models/syntax.bin")
    p.add_argument("--teacher-epochs", type=int, default=5)
    p.add_argument("--epochs", type=int, default=10)
    p.add_argument("--drop", type=float, default=0.03)
    p.add_argument("--vocabulary", type=int, default=60000, help="commonest words that have a vector")
    a = p.parse_args()
    torch.set_flush_denormal(True)
    torch.manual_seed(1)
    rng = random.Random(1)
    trees = lambda name: read_conllu(os.path.join(a.corpora, "syntax", name + ".conllu"))
    gold = trees("ewt_train") + trees("gum_train")
    dev = {n: trees(n) for n in ("gum_dev", "ewt_dev")}
    names = labels(gold)
    raw = raw_sentences(a.sentences) if a.sentences else []
    log(f"{len(gold)} sentences with trees, {len(raw)} raw ones of {sum(map(len, raw))} words")

    def said():
        model = os.path.join(a.work, "teacher.pt")
        if os.path.exists(model):
            m, reader = teacher.Teacher(a.encoder, names), teacher.Reader(a.encoder, names)
            m.load_state_dict(torch.load(model))
        else:
            m, reader = teacher.train(a.encoder, names, gold, dev, a.teacher_epochs, rng, log)
            torch.save(m.state_dict(), model)
        return teacher.label(m, reader, raw, log)

    soft = kept(os.path.join(a.work, "said.pkl"), said) if raw else []
    words, vectors = read_vectors(os.path.join(a.words, "glove.6B.50d.txt"))
    vocabulary = student.Vocabulary(words, vectors, student.count(gold, raw), a.vocabulary)
    log(f"{len(vocabulary.words)} words, of which training sees {len(vocabulary.own)}")
    sample = gold[:800] + gold[-800:]

    def write(m):
        file = export.pack(export.body(m, vocabulary, names, sample))
        open(a.out, "wb").write(file)
        log(f"{a.out}: {len(file)} bytes")

    student.train(vocabulary, names, gold, raw, soft, dev, a.epochs, a.drop, rng, log, write)


if __name__ == "__main__":
    main()
