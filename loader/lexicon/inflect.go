package lexicon

import "strings"

// inflect returns the forms of a verb. Irregular forms are third person, past,
// participle if it differs from the past, -ing.
func inflect(lemma string, irregular []string) map[string]Form {
	m := map[string]Form{lemma: Base}
	third, past, ing := lemma+"s", lemma+"ed", lemma+"ing"
	participle := ""
	last := lemma[len(lemma)-1]
	switch {
	case len(irregular) >= 3:
		third, past, ing = irregular[0], irregular[1], irregular[len(irregular)-1]
		if len(irregular) == 4 {
			participle = irregular[2]
		}
	case last == 'e':
		past, ing = lemma+"d", lemma[:len(lemma)-1]+"ing"
	case last == 'y' && !strings.ContainsRune("aeiou", rune(lemma[len(lemma)-2])):
		third, past = lemma[:len(lemma)-1]+"ies", lemma[:len(lemma)-1]+"ied"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "x"):
		third = lemma + "es"
	}
	if participle == "" {
		participle = past
	}
	m[third] |= Third
	m[past] |= Past
	m[participle] |= Participle
	m[ing] |= Ing
	return m
}
