package extract

import "newsgraph/loader/lexicon"

// confidence is how sure a finding is, by the rule that made it: the share of a rule's
// findings that were right where that could be counted, else a guess in comparison
// with those. It is a prior: it says nothing of the one finding at hand.
var confidence = map[string]float64{
	// Mentions: exact spans of the right type in the Worldwide sets (asia and africa),
	// which annotate some names otherwise, so that most of these are a little low.
	"name/1":           0.68, // people 0.65, places 0.70, organizations 0.70
	"gazetteer-name/1": 0.88,
	"seat-metonym/1":   0.88,
	"seat-place/1":     0.85,
	"prefixed/1":       0.87,
	"surname/1":        0.94,
	"alias/1":          0.9,
	"initials/1":       0.94,
	// Not annotated there, or too few: guessed.
	"body-nominal/1":       0.8,
	"name-again/1":         0.9,
	"name-part/1":          0.9,
	"ministry/1":           0.85,
	"administration/1":     0.85,
	"platform/1":           0.8,
	"club/1":               0.8,
	"outlet/1":             0.95,
	"role-nominal/1":       0.75,
	"title-nominal/1":      0.9,
	"apposition-nominal/1": 0.85,
	"predicate-nominal/1":  0.8,
	"described-nominal/1":  0.7,
	"pronoun-speaker/1":    0.75,
	"pronoun-salience/1":   0.75,
	"pronoun-quoted/1":     0.8,

	// Statements: content and source both right on PolNeAR train, which counts as right
	// what overlaps an annotated attribution by half or more.
	"quote-inversion/1":    0.96,
	"quote-after/1":        0.93,
	"quote-before/1":       0.88,
	"quote-announced/1":    0.52,
	"quote-introduced/1":   0.82,
	"quote-continued/1":    0.43, // content: the source is that of the quotation before
	"attribution-nested/1": 0.6,  // guessed: PolNeAR has the outermost ones only
	"attribution/1":        0.72,
	"block-after-colon/1":  0.33, // among 18
	// None or hardly any there: guessed.
	"quote-according/1":   0.8,
	"quote-nested/1":      0.8,
	"quote-quoted/1":      0.8,
	"quoted-as-saying/1":  0.8,
	"quote-signed/1":      0.8,
	"announced-by/1":      0.8,
	"block-before-dash/1": 0.8,
	"block-after-text/1":  0.8,
	"block-signed/1":      0.8,
	"quote-titled/1":      0.8,
	"turn/1":              0.9,
	"title-colon/1":       0.95,
	"interview/1":         0.7,

	// Events and relations: guessed, from the five development articles (24 of 31 events
	// and 17 of 21 roles right).
	"predicate-verb/2":       0.7,
	"predicate-noun/2":       0.65,
	"predicate/1":            0.8,
	"member-behind/1":        0.82,
	"member-brackets/1":      0.85,
	"member-possessive/1":    0.85,
	"demonym-name/1":         0.9,
	"demonym-description/1":  0.97,
	"office-citizen/1":       0.95,
	"country-in-name/1":      0.78,
	"country-before/1":       0.97,
	"seat-behind/1":          0.9,
	"based/1":                0.95,
	"clause/1":               0.8,
	"member-state/1":         0.9,
	"country-possessive/1":   0.8,
	"office-home/1":          0.7,
	"title/1":                0.88,
	"apposition/1":           0.76,
	"serves-office/1":        0.7,
	lexicon.GazetteerVersion: 0.95,
}
