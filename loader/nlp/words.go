package nlp

import "strings"

// longestListed bounds the words that the lists hold.
const longestListed = 24

// lookup returns what m holds for the word in lower case. It does not allocate.
func lookup[V any](m map[string]V, word string) V {
	var buf [longestListed]byte
	if len(word) > len(buf) {
		var none V
		return none
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return m[string(buf[:len(word)])]
}

// wordSet returns the set of the words in list, which blanks separate.
func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// wordMap returns a map from the words of each list to its key.
func wordMap[V comparable](lists map[V]string) map[string]V {
	m := make(map[string]V)
	for value, list := range lists {
		for word := range strings.FieldsSeq(list) {
			m[word] = value
		}
	}
	return m
}

// An abbreviation says where a word that ends in a period is one.
type abbreviation uint8

const (
	noAbbreviation abbreviation = iota
	anywhere                    // "etc."
	title                       // "Mr.": a name follows, the sentence goes on
	beforeDigit                 // "No. 10", "pp. 3"
	capitalized                 // "Sat.", "Mass.": a word of the language when lower-case
)

// abbreviations are those of English prose, without their period and in lower case.
var abbreviations = wordMap(map[abbreviation]string{
	title: `mr mrs ms mx dr prof rev hon fr sr sra mme mlle gen lt col maj capt cmdr cpl
		sgt adm brig gov lt-gen maj-gen rep reps sen sens pres supt messrs st ste ft mt drs pvt ps`,
	anywhere: `jr esq inc ltd corp co cos bros llc plc assn dept univ intl natl govt etc al
		vs viz cf ca approx est ave blvd rd hwy pkwy apt bldg feb sept
		tues thur thurs attn arrv tel ext fwd misc ed eds vol vols
		assoc yr yrs hr hrs sq lbs oz`,
	beforeDigit: `no nos p pp fig figs art sec ch chap ver v op eq par ref refs c b d`,
	capitalized: `jan mar apr jun jul aug oct nov dec mon wed fri sat sun
		ala ariz ark cal calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo
		mont neb nev okla ore pa tenn tex va vt wash wis wyo
		ont que alta sask eng gmbh mgr dir asst atty dist insp det ald`,
})

// monthAndDay are the abbreviations after which a number goes on the date.
var monthAndDay = wordSet(`jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed
	thu thur thurs fri sat sun no nos p pp fig figs art sec vol ch st ft mt`)

// isDegree reports whether word, without its last period, is a degree or the like with
// a period inside: "Ph.D".
func isDegree(word string) bool { return lookup(degrees, word) }

var degrees = wordSet("ph.d m.sc b.sc d.phil m.phil ed.d lt.col lt.gen maj.gen psy.d litt.d")

// isPrefix reports whether word and a hyphen begin one word: "anti-war".
func isPrefix(word string) bool { return lookup(prefixes, word) }

var prefixes = wordSet(`anti arch co counter cyber de e ex extra infra inter intra mega meta
	micro mid mini mono multi neo non out over pan poly post pre pro proto pseudo
	psycho quasi re semi socio sub super trans ultra un uni under`)

// isSlashWord reports whether word is one although it has a slash.
func isSlashWord(word string) bool { return lookup(slashWords, word) }

var slashWords = wordSet("w/o s/he c/o n/a l/c a/c")

// isDollarPrefix reports whether word before $ names whose dollar it is.
func isDollarPrefix(word string) bool {
	switch word {
	case "US", "U.S.", "A", "AU", "C", "CA", "HK", "NZ", "S", "NT", "R":
		return true
	}
	return false
}

// fusedSplit returns where a word written as one falls into two tokens, or 0.
func fusedSplit(word string) int { return int(lookup(fused, word)) }

var fused = map[string]uint8{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "lemme": 3, "gimme": 3, "whaddya": 3,
	"dont": 2, "doesnt": 4, "didnt": 3, "isnt": 2, "wasnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
	"havent": 4, "hasnt": 3, "arent": 3, "thats": 4, "youre": 3, "theyre": 4, "theres": 5,
}

// unitStart returns where the unit starts in a number with a unit, or 0: "5pm", "7:30PM".
func unitStart(word string) int {
	if !isDigit(word[0]) {
		return 0
	}
	n := 1
	for n < len(word) && !isASCIILetter(word[n]) {
		n++
	}
	if n < len(word) && lookup(units, word[n:]) {
		return n
	}
	return 0
}

var units = wordSet("am pm a.m p.m mm cm km kg mg ml ft lb lbs hz khz mhz ghz bn mn k m b gb mb tb kb mph kph kw mw gw hrs min")

var emoticons = wordSet(":) :( :-) :-( ;) ;-) :d :-d :p :-p =) =( (: :/ :-/ :'( <3 ^_^ :o")

// isElision reports whether word, after an apostrophe, is one whose start was left out.
func isElision(word string) bool {
	if len(word) >= 2 && len(word) <= 3 && isDigit(word[0]) && isDigit(word[1]) {
		return len(word) == 2 || word[2]|0x20 == 's'
	}
	return lookup(elisions, word)
}

var elisions = wordSet("em cause til till bout round neath n")

// isDomainEnd reports whether label ends a domain of so many labels, or a file name.
func isDomainEnd(label string, labels int) bool {
	return lookup(topDomains, label) || lookup(extensions, label) || labels > 2 && len(label) == 2 && isLower(label, 0)
}

var (
	topDomains = wordSet("com org net edu gov mil info biz int io tv uk eu us de fr nl ru cn jp au ca")
	extensions = wordSet("doc docx xls xlsx ppt pdf txt jpg jpeg png gif html htm php asp zip csv exe mp3 mp4 url")
)
