"""The best tree by scores of arcs: the best heads, and Chu-Liu/Edmonds where they make no tree."""
import numpy as np

NEVER = -1e9
ROOTS = 3  # words tried as the one on the root


def best_tree(scores):
    """scores[word][head], head 0 the root and word i head i+1 -> the heads of the best tree with one root."""
    n = len(scores)
    s = np.full((n + 1, n + 1), NEVER)
    s[1:, :] = scores
    np.fill_diagonal(s, NEVER)
    heads = s.argmax(1)
    if (heads[1:] == 0).sum() == 1 and not circle(heads):
        return [int(h) for h in heads[1:]]
    best, top = None, None
    for root in np.argsort(-s[1:, 0])[:ROOTS] + 1:
        t = s.copy()
        t[1:, 0] = NEVER
        t[root, :] = NEVER
        t[root, 0] = s[root, 0]
        heads = span(t)
        total = sum(s[i, heads[i]] for i in range(1, n + 1))
        if best is None or total > top:
            best, top = heads, total
    return [int(h) for h in best[1:]]


def circle(heads):
    """The nodes of one circle of heads, none if there is none."""
    color = [0] * len(heads)
    color[0] = 2
    for i in range(1, len(heads)):
        path, j = [], i
        while color[j] == 0:
            color[j] = 1
            path.append(j)
            j = heads[j]
        if color[j] == 1:
            return path[path.index(j):]
        for k in path:
            color[k] = 2
    return []


def span(s):
    n = len(s) - 1
    heads = list(s.argmax(1))
    around = circle(heads)
    if not around:
        return heads
    inside = set(around)
    rest = [i for i in range(n + 1) if i not in inside]
    index, one = {v: k for k, v in enumerate(rest)}, len(rest)
    t = np.full((one + 1, one + 1), NEVER)
    enter, leave = {}, {}
    for v in rest:
        for u in rest:
            t[index[v], index[u]] = s[v, u]
        leave[v] = max(around, key=lambda w: s[v, w])
        enter[v] = max(around, key=lambda w: s[w, v] - s[w, heads[w]])
        t[index[v], one] = s[v, leave[v]]
        t[one, index[v]] = s[enter[v], v] - s[enter[v], heads[enter[v]]]
    t[0, :] = NEVER
    smaller = span(t)
    for v in rest[1:]:
        heads[v] = leave[v] if smaller[index[v]] == one else rest[smaller[index[v]]]
    into = rest[smaller[one]]
    heads[enter[into]] = into
    return heads
