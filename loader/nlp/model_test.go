package nlp

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
)

// full returns a pipeline of every trained annotator.
func full(t testing.TB) *Pipeline {
	t.Helper()
	p, err := New(Paragraphs, Tokens, Sentences, Syntax, TrainedNames)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func annotate(t testing.TB, p *Pipeline, text string) *Doc {
	t.Helper()
	d := new(Doc)
	d.Reset(text, "")
	if err := p.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTrees(t *testing.T) {
	p := full(t)
	for _, c := range []struct{ text, want string }{
		{"The minister rejected the offer.", "The/DT/det>minister minister/NN/nsubj>rejected rejected/VBD/root>rejected the/DT/det>offer offer/NN/obj>rejected ./././punct>rejected"},
		{"She was arrested by soldiers on Monday.", "She/PRP/nsubj:pass>arrested was/VBD/aux:pass>arrested arrested/VBN/root>arrested by/IN/case>soldiers soldiers/NNS/obl:agent>arrested on/IN/case>Monday Monday/NNP/obl>arrested ./././punct>arrested"},
		{"\"We will wait,\" said Maria Orrel.", "We/PRP/nsubj>wait will/MD/aux>wait wait/VB/ccomp>said said/VBD/root>said Maria/NNP/nsubj>said Orrel/NNP/flat>Maria"},
	} {
		d := annotate(t, p, c.text)
		got := treeOf(d)
		for _, word := range strings.Fields(c.want) {
			if !strings.Contains(word, "./././") && !slices.Contains(got, word) {
				t.Errorf("%s\nno %s in %s", c.text, word, strings.Join(got, " "))
			}
		}
	}
}

// treeOf writes each word with its tag, relation and head.
func treeOf(d *Doc) []string {
	var words []string
	for i, t := range d.Tokens {
		words = append(words, d.Word(i)+"/"+t.XPOS.String()+"/"+t.Rel.String()+">"+d.Word(int(t.Head)))
	}
	return words
}

func TestTrainedNames(t *testing.T) {
	p := full(t)
	for _, c := range []struct{ text, want string }{
		{"Kenyan President Tamsin Orrel met Mr. Dovrik in Nairobi on Monday.", "demonym Kenyan, person Tamsin Orrel, person Dovrik, place Nairobi"},
		{"The World Health Organization (WHO) said Ghana had asked for help.", "organization World Health Organization, organization WHO, place Ghana"},
		{"Ada Ventrisk spoke first. Ventrisk then left for Paris.", "person Ada Ventrisk, person Ventrisk, place Paris"},
		{"There were no names in this sentence, and none in that one.", ""},
	} {
		d := annotate(t, p, c.text)
		kinds := [...]string{PersonName: "person", PlaceName: "place", OrganizationName: "organization", OtherName: "other", Demonym: "demonym"}
		var got []string
		for _, n := range d.Names {
			got = append(got, kinds[n.Type]+" "+d.SpanText(n.Span))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestLayersAreWhole holds on any text: each sentence is a tree with one root, and names
// are in order and do not overlap.
func TestLayersAreWhole(t *testing.T) {
	p := full(t)
	for name, text := range map[string]string{
		"empty":          "",
		"blank":          " \n\n ",
		"one word":       "Yes",
		"one mark":       "!",
		"no blanks":      strings.Repeat("abc", 20000),
		"long sentence":  strings.Repeat("the old Orrel and ", 2500) + "left.",
		"names only":     strings.Repeat("Orrel ", 3000),
		"nested marks":   strings.Repeat("“(", 2000),
		"one-word lines": strings.Repeat("Orrel\n\n", 3000),
		"NUL and marks":  "a\x00b \u200b\u202eabc 👩‍👩‍👧 said \xff\xfe Orrel.",
	} {
		d := annotate(t, p, text)
		checkLayers(t, name, d)
	}
}

func checkLayers(t *testing.T, name string, d *Doc) {
	t.Helper()
	for _, s := range d.Sentences {
		roots := 0
		for i := s.Start; i < s.End; i++ {
			tok := d.Tokens[i]
			if int(tok.Head) < s.Start || int(tok.Head) >= s.End || tok.XPOS == TagNone || tok.UPOS == PosNone || tok.Rel == RelNone {
				t.Fatalf("%s: token %d is %+v in sentence %v", name, i, tok, s)
			}
			if int(tok.Head) == i {
				roots++
			}
			steps := 0
			for at := i; int(d.Tokens[at].Head) != at; at = int(d.Tokens[at].Head) {
				if steps++; steps > s.End-s.Start {
					t.Fatalf("%s: token %d is in a circle", name, i)
				}
				if steps > 200 {
					break // long enough: circles are short where they are
				}
			}
		}
		if roots != 1 {
			t.Fatalf("%s: sentence %v has %d roots", name, s, roots)
		}
	}
	end := 0
	for _, n := range d.Names {
		if n.Start < end || n.End <= n.Start || n.End > len(d.Tokens) || n.Type == 0 {
			t.Fatalf("%s: name %+v after one that ends at %d", name, n, end)
		}
		end = n.End
	}
}

func TestModelsServeManyAtOnce(t *testing.T) {
	p := full(t)
	text := "Kenyan President Tamsin Orrel met Mr. Dovrik in Nairobi. The bank of the river had been closed since May."
	want := annotate(t, p, text)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 20 {
				var d Doc
				d.Reset(text, "")
				if err := p.Run(&d); err != nil || !slices.Equal(d.Tokens, want.Tokens) || !slices.Equal(d.Names, want.Names) {
					t.Errorf("differs when run beside others: %v", err)
					return
				}
			}
		})
	}
	all.Wait()
}

// TestParsesAlikeInEachForm: with the processor's vectors or without, the tags and heads
// are the same.
func TestParsesAlikeInEachForm(t *testing.T) {
	texts := []string{benchText, "Who?", "", strings.Repeat("a, ", 700)}
	var first []*Doc
	inEachForm(t, func(t *testing.T) {
		m, err := embedded("syntax", noLexicon) // read anew, packed in this form
		if err != nil {
			t.Fatal(err)
		}
		var docs []*Doc
		for i, text := range texts {
			d := annotate(t, full(t), text)
			for j := range d.Tokens {
				d.Tokens[j].XPOS, d.Tokens[j].UPOS, d.Tokens[j].Head, d.Tokens[j].Rel = 0, 0, 0, 0
			}
			m.Parse(d)
			if docs = append(docs, d); first != nil && !slices.Equal(d.Tokens, first[i].Tokens) {
				t.Errorf("text %d differs", i)
			}
		}
		first = docs
	})
}

func TestModelsDoNotAllocate(t *testing.T) {
	p := full(t)
	d := annotate(t, p, benchText)
	run := func() {
		for _, a := range []Annotator{Tags, Syntax, TrainedNames} {
			if err := a.Run(d); err != nil {
				t.Fatal(err)
			}
		}
	}
	run()
	if n := testing.AllocsPerRun(20, run); n > 2 {
		t.Errorf("%.0f allocations for %d tokens, want none for each", n, len(d.Tokens))
	}
}

// TestJoinedNamesAllocateForTheTextOnly: a few times for a text of many names, never for
// each token.
func TestJoinedNamesAllocateForTheTextOnly(t *testing.T) {
	d := annotate(t, full(t), benchText)
	run := func() {
		if err := JoinedNames.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	run()
	if n := testing.AllocsPerRun(20, run); n > 40 {
		t.Errorf("%.0f allocations for %d tokens", n, len(d.Tokens))
	}
}

func TestPerceptronRoundTrip(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	const classes = 7
	rows := make([]weightRow, 500)
	for i := range rows {
		rows[i] = weightRow{chance.Uint64() >> (64 - keyBits), make([]int8, classes)}
		for c := range classes {
			rows[i].weights[c] = int8(chance.IntN(255) - 127)
		}
	}
	slices.SortFunc(rows, func(a, b weightRow) int { return int(a.key) - int(b.key) })
	r, err := unpackModel(kindTagger, packModel(kindTagger, appendPerceptron(nil, classes, rows)))
	if err != nil {
		t.Fatal(err)
	}
	p := r.perceptron()
	if r.err != nil {
		t.Fatal(r.err)
	}
	var sums tally
	for _, row := range rows {
		p.score([]uint64{row.key<<(64-keyBits) | 5, 12345}, &sums)
		for c, w := range row.weights {
			if got := sums.at(c) - weightBias; got != int32(w) {
				t.Fatalf("weight %d of %x is %d, want %d", c, row.key, got, w)
			}
		}
	}
}

// toyDocs are sentences of a tiny grammar with their analysis.
func toyDocs() []*Doc {
	var docs []*Doc
	for _, subject := range []string{"Orrel", "Dovrik", "Ventrisk", "Tamsin"} {
		for _, verb := range []string{"saw", "met", "left"} {
			for _, object := range []string{"Paris", "Lagos", "them"} {
				docs = append(docs, toyDoc(subject, verb, object))
			}
		}
	}
	return docs
}

func toyDoc(subject, verb, object string) *Doc {
	d := &Doc{Text: subject + " " + verb + " " + object, Sentences: []Span{{0, 3}}, Names: []Name{{Span{0, 1}, PersonName}}}
	a, b := len(subject), len(subject)+1+len(verb)
	d.Tokens = []Token{
		{Start: 0, End: a, XPOS: TagNNP, UPOS: PosPropn},
		{Start: a + 1, End: b, XPOS: TagVBD, UPOS: PosVerb},
		{Start: b + 1, End: len(d.Text), XPOS: TagNNP, UPOS: PosPropn},
	}
	if object == "them" {
		d.Tokens[2].XPOS, d.Tokens[2].UPOS = TagPRP, PosPron
	} else {
		d.Names = append(d.Names, Name{Span{2, 3}, PlaceName})
	}
	return d
}

var toyVectors = WordVectors{
	Words:   []string{"saw", "met", "left", "paris", "lagos"},
	Vectors: [][]float32{direct(1), direct(2), direct(3), direct(4), direct(5)},
}

func direct(k int) []float32 {
	v := make([]float32, 50)
	v[k] = 1
	return v
}

// toyModels trains every model on the toy documents.
func toyModels(t testing.TB) ModelFiles {
	o := TrainOptions{Rounds: 8, Seed: 3}
	f := ModelFiles{Lexicon: TrainLexicon(LexiconData{Vectors: toyVectors, Towns: []string{"Lagos", "Port Okoye"}, Lands: []string{"Chad"}})}
	var err error
	if f.Tagger, err = TrainTagger(f.Lexicon, toyDocs(), o); err != nil {
		t.Fatal(err)
	}
	if f.Names, err = TrainNames(f.Lexicon, toyDocs(), o); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTrainingLearnsAndRepeats(t *testing.T) {
	f := toyModels(t)
	again := toyModels(t)
	for name, pair := range map[string][2][]byte{
		"lexicon": {f.Lexicon, again.Lexicon}, "tagger": {f.Tagger, again.Tagger}, "names": {f.Names, again.Names},
	} {
		if !bytes.Equal(pair[0], pair[1]) {
			t.Errorf("%s: two trainings differ", name)
		}
	}
	m, err := ReadModels(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, gold := range toyDocs() {
		d := &Doc{Text: gold.Text, Sentences: gold.Sentences}
		for _, tok := range gold.Tokens {
			d.Tokens = append(d.Tokens, Token{Start: tok.Start, End: tok.End})
		}
		m.Tag(d)
		m.Name(d)
		for i, got := range d.Tokens {
			if want := gold.Tokens[i]; got.XPOS != want.XPOS || got.UPOS != want.UPOS {
				t.Errorf("%s: token %d is %+v, want %+v", d.Text, i, got, want)
			}
		}
		if len(d.Names) == 0 || d.Names[0] != gold.Names[0] {
			t.Errorf("%s: names %v, want %v", d.Text, d.Names, gold.Names)
		}
	}
}

func TestDamagedModels(t *testing.T) {
	good := packModel(kindLexicon, appendLexicon(nil, nil))
	for name, file := range map[string][]byte{
		"empty":      nil,
		"short":      good[:8],
		"other kind": packModel(kindTagger, nil),
		"cut":        good[:len(good)-1],
		"flipped":    flipped(good, len(good)-3),
		"no body":    packModel(kindLexicon, nil),
	} {
		if _, err := readLexicon(file); !errors.Is(err, errModel) {
			t.Errorf("%s: error %v, want %v", name, err, errModel)
		}
	}
	newer := flipped(good, len(modelMagic))
	if _, err := readLexicon(newer); err == nil || !strings.Contains(err.Error(), "version") {
		t.Errorf("another version: error %v", err)
	}
}

func flipped(b []byte, i int) []byte {
	b = slices.Clone(b)
	b[i] ^= 0x55
	return b
}

// FuzzModelReader reads damaged bodies behind a right checksum: they give an error or a
// model, never a panic.
func FuzzModelReader(f *testing.F) {
	lex := appendLexicon(nil, []lexiconWord{{key: 7, entry: lexiconEntry{Fine: 1}}})
	f.Add(kindLexicon, lex)
	rows := []weightRow{{9, make([]int8, NumTags)}}
	f.Add(kindTagger, appendTagger(nil, new([NumTags]UPOS), newLearner(int(NumTags), 0, 1), newLearner(int(NumUPOS), 0, 1)))
	f.Add(kindNames, appendPerceptron([]byte{0}, nameClasses, rows))
	f.Add(kindSyntax, []byte{1, 2, 'N', 'N', 1, 1, 'X', 1, 4, 'r', 'o', 'o', 't'})
	f.Fuzz(func(t *testing.T, kind byte, body []byte) {
		r, err := unpackModel(kind, packModel(kind, body))
		if err != nil {
			t.Fatal(err)
		}
		switch kind {
		case kindLexicon:
			r.lexicon().lookup(1)
		case kindTagger:
			if m := r.tagger(emptyLexicon); r.err == nil {
				(&Models{tagger: m}).Tag(toyDoc("Orrel", "saw", "Paris"))
			}
		case kindNames:
			if m := r.namer(emptyLexicon); r.err == nil {
				(&Models{names: m}).Name(toyDoc("Orrel", "saw", "Paris"))
			}
		case kindSyntax:
			if m := r.network(); r.err == nil {
				(&Models{syntax: m}).Parse(toyDoc("Orrel", "saw", "Paris"))
			}
		}
	})
}

// benchText is news of an invented affair.
var benchText = strings.Repeat(`NAIROBI — President Tamsin Orrel said on Monday that her government would reopen the bridge before the end of the year, a week after engineers from the World Bank called the repairs complete. "We have waited long enough," she told reporters in the capital. The opposition, led by former Finance Minister Pell Dovrik, rejected the plan as too costly and asked the High Court to halt it. Ms. Orrel's office did not answer questions about the price, which a report by the Kenyan parliament had put at $40 million.

`, 12)

func benchTrained(b *testing.B, annotators ...Annotator) {
	p, err := New(annotators...)
	if err != nil {
		b.Fatal(err)
	}
	d := annotate(b, p, benchText)
	words := len(d.Tokens)
	b.ReportAllocs()
	for b.Loop() {
		d.Reset(benchText, "2031-05-02")
		if err := p.Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkTrained(b *testing.B) {
	b.Run("tags", func(b *testing.B) { benchTrained(b, Paragraphs, Tokens, Sentences, Tags) })
	b.Run("tags+names", func(b *testing.B) { benchTrained(b, Paragraphs, Tokens, Sentences, Tags, TrainedNames) })
	b.Run("syntax", func(b *testing.B) { benchTrained(b, Paragraphs, Tokens, Sentences, Syntax) })
	b.Run("all", func(b *testing.B) {
		benchTrained(b, Paragraphs, Tokens, Sentences, Quotes, Dates, Syntax, Lemmas, JoinedNames)
	})
}

func BenchmarkReadModels(b *testing.B) {
	var files ModelFiles
	for name, to := range map[string]*[]byte{"lexicon": &files.Lexicon, "tagger": &files.Tagger, "syntax": &files.Syntax, "names": &files.Names} {
		file, err := modelFiles.ReadFile("models/" + name + ".bin")
		if err != nil {
			b.Fatal(err)
		}
		*to = file
	}
	for b.Loop() {
		if _, err := ReadModels(files); err != nil {
			b.Fatal(err)
		}
	}
}
