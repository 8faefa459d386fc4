package nlp

import "strings"

// A Tag is a part-of-speech tag of the Penn Treebank, with the additions of the
// English Universal Dependencies treebanks (HYPH, NFP, ADD, AFX, GW). Zero is no tag.
type Tag uint8

// The Penn Treebank tags.
const (
	TagNone       Tag = iota
	TagCC             // and, or
	TagCD             // two, 1,500
	TagDT             // the
	TagEX             // there, as in "there is"
	TagFW             // foreign word
	TagIN             // preposition or subordinating conjunction
	TagJJ             // adjective
	TagJJR            // comparative adjective
	TagJJS            // superlative adjective
	TagLS             // list item marker
	TagMD             // modal
	TagNN             // noun
	TagNNS            // plural noun
	TagNNP            // proper noun
	TagNNPS           // plural proper noun
	TagPDT            // all, as in "all the"
	TagPOS            // possessive ending
	TagPRP            // personal pronoun
	TagPRPS           // possessive pronoun, PRP$
	TagRB             // adverb
	TagRBR            // comparative adverb
	TagRBS            // superlative adverb
	TagRP             // particle
	TagSYM            // symbol
	TagTO             // to
	TagUH             // interjection
	TagVB             // verb, base form
	TagVBD            // verb, past tense
	TagVBG            // verb, -ing form
	TagVBN            // verb, past participle
	TagVBP            // verb, present, not third person singular
	TagVBZ            // verb, present, third person singular
	TagWDT            // which, as determiner or relative
	TagWP             // who
	TagWPS            // whose, WP$
	TagWRB            // when, how
	TagPeriod         // . ? !
	TagComma          // ,
	TagColon          // : ; – …
	TagOpenQuote      // ``
	TagCloseQuote     // ''
	TagOpenParen      // -LRB-
	TagCloseParen     // -RRB-
	TagDollar         // $
	TagHash           // #
	TagHYPH           // hyphen within a word
	TagNFP            // superfluous punctuation
	TagADD            // address: URL, e-mail, handle
	TagAFX            // affix
	TagGW             // part of a word that goes with another
	TagXX             // unknown
	NumTags           // number of tags, TagNone included
)

var tagNames = [NumTags]string{
	"_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS",
	"NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH",
	"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "``",
	"''", "-LRB-", "-RRB-", "$", "#", "HYPH", "NFP", "ADD", "AFX", "GW", "XX",
}

// A UPOS is a part of speech of Universal Dependencies. Zero is none.
type UPOS uint8

// The parts of speech of Universal Dependencies.
const (
	PosNone  UPOS = iota
	PosAdj        // adjective
	PosAdp        // adposition
	PosAdv        // adverb
	PosAux        // auxiliary
	PosCconj      // coordinating conjunction
	PosDet        // determiner
	PosIntj       // interjection
	PosNoun       // noun
	PosNum        // numeral
	PosPart       // particle
	PosPron       // pronoun
	PosPropn      // proper noun
	PosPunct      // punctuation
	PosSconj      // subordinating conjunction
	PosSym        // symbol
	PosVerb       // verb
	PosX          // other
	NumUPOS       // number of parts of speech, PosNone included
)

var uposNames = [NumUPOS]string{
	"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
	"PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
}

// A Rel is a relation of Universal Dependencies 2 to the head, with the subtypes that
// the English treebanks use. Zero is none.
type Rel uint8

// The relations of Universal Dependencies.
const (
	RelNone         Rel = iota
	RelAcl              // clause that modifies a noun
	RelAclRelcl         // relative clause
	RelAdvcl            // adverbial clause
	RelAdvclRelcl       // relative clause on a clause: "…, which surprised them"
	RelAdvmod           // adverb
	RelAmod             // adjective
	RelAppos            // apposition
	RelAux              // auxiliary
	RelAuxPass          // auxiliary of a passive
	RelCase             // preposition, possessive ending
	RelCC               // conjunction
	RelCCPreconj        // both, either
	RelCcomp            // clause as object
	RelClf              // classifier
	RelCompound         // part of a compound
	RelCompoundPrt      // verb particle
	RelConj             // further conjunct
	RelCop              // copula
	RelCsubj            // clause as subject
	RelCsubjOuter       // clause as subject of a copular clause that holds a clause
	RelCsubjPass        // clause as subject of a passive
	RelDep              // unspecified
	RelDet              // determiner
	RelDetPredet        // all, as in "all the"
	RelDiscourse        // well, uh
	RelDislocated       // element outside its clause
	RelExpl             // there, it
	RelFixed            // later word of a fixed expression: "because of"
	RelFlat             // later word of a name
	RelGoeswith         // part of a word written apart
	RelIobj             // indirect object
	RelList             // list item
	RelMark             // that, if, to
	RelNmod             // noun on a noun
	RelNmodDesc         // title or description before a name: "President"
	RelNmodPoss         // possessor
	RelNmodUnmarked     // noun on a noun without preposition
	RelNsubj            // subject
	RelNsubjOuter       // subject of a copular clause that holds a clause
	RelNsubjPass        // subject of a passive
	RelNummod           // number
	RelObj              // object
	RelObl              // noun on a verb
	RelOblAgent         // agent of a passive: "by …"
	RelOblUnmarked      // noun on a verb without preposition: "left Monday"
	RelOrphan           // dependent of an elided head
	RelParataxis        // clause beside a clause
	RelPunct            // punctuation
	RelReparandum       // word taken back
	RelRoot             // root of the sentence
	RelVocative         // person spoken to
	RelXcomp            // clause without subject of its own
	NumRels             // number of relations, RelNone included
)

var relNames = [NumRels]string{
	"_", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux",
	"aux:pass", "case", "cc", "cc:preconj", "ccomp", "clf", "compound", "compound:prt",
	"conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet",
	"discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
	"nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass",
	"nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
	"reparandum", "root", "vocative", "xcomp",
}

var (
	tagByName  = indexNames[Tag](tagNames[:])
	uposByName = indexNames[UPOS](uposNames[:])
	relByName  = indexNames[Rel](relNames[:])
)

func indexNames[T ~uint8](names []string) map[string]T {
	byName := make(map[string]T, len(names))
	for i, name := range names {
		byName[name] = T(i)
	}
	return byName
}

// String returns the tag as treebanks write it: "NNP", "PRP$"; "_" for none.
func (t Tag) String() string { return tagNames[t] }

// ParseTag returns the tag written s, and whether there is one.
func ParseTag(s string) (Tag, bool) { t, ok := tagByName[s]; return t, ok }

// String returns the part of speech as treebanks write it: "PROPN"; "_" for none.
func (u UPOS) String() string { return uposNames[u] }

// ParseUPOS returns the part of speech written s, and whether there is one.
func ParseUPOS(s string) (UPOS, bool) { u, ok := uposByName[s]; return u, ok }

// String returns the relation as treebanks write it: "nsubj:pass"; "_" for none.
func (r Rel) String() string { return relNames[r] }

// Base returns the relation without its subtype: nsubj for nsubj:pass.
func (r Rel) Base() Rel { return relBase[r] }

// ParseRel returns the relation written s. A subtype that is not known gives the
// relation without it; ok is false if that is unknown too.
func ParseRel(s string) (r Rel, ok bool) {
	if r, ok = relByName[s]; ok {
		return r, true
	}
	base, _, _ := strings.Cut(s, ":")
	r, ok = relByName[base]
	return r, ok
}

var relBase = func() (bases [NumRels]Rel) {
	for i, name := range relNames {
		base, _, _ := strings.Cut(name, ":")
		bases[i] = relByName[base]
	}
	return bases
}()

// IsVerb reports whether the tag is one of a verb, modals apart.
func (t Tag) IsVerb() bool { return t >= TagVB && t <= TagVBZ }

// IsNoun reports whether the tag is one of a noun, proper or common.
func (t Tag) IsNoun() bool { return t >= TagNN && t <= TagNNPS }

// IsProper reports whether the tag is one of a proper noun.
func (t Tag) IsProper() bool { return t == TagNNP || t == TagNNPS }
