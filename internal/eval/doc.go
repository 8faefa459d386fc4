// Package eval measures the language core against annotated corpora: sentences and
// tokens, tags and trees, names, dates, lemmas. Each scorer gives 1.0 on the gold
// itself, which a test says. The corpora are not part of the project:
// NEWSGRAPH_CORPORA names the folder that has them, and without it the measurements are
// skipped with a message. "make eval" runs them all.
package eval
