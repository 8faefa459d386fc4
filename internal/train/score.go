package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"newsgraph/internal/eval"
	"newsgraph/internal/train/corpus"
	"newsgraph/loader/nlp"
)

// score prints what the models below -out reach on the dev sets.
func (t *trainer) score() error {
	var files nlp.ModelFiles
	for name, to := range map[string]*[]byte{
		"lexicon": &files.Lexicon, "tagger": &files.Tagger, "syntax": &files.Syntax, "names": &files.Names,
	} {
		*to, _ = os.ReadFile(t.file(name)) // a model not yet trained is left out
	}
	start := time.Now()
	m, err := nlp.ReadModels(files)
	if err != nil {
		return err
	}
	fmt.Printf("models read in %v\n", time.Since(start))
	for _, set := range []string{"gum_dev", "ewt_dev"} {
		trees, err := corpus.Treebank(filepath.Join(t.corpora, "syntax", set+".conllu"))
		if err != nil {
			return err
		}
		var s eval.SyntaxScore
		start := time.Now()
		for _, tree := range trees {
			got := eval.Bare(tree.Doc)
			if files.Syntax != nil {
				m.Parse(got)
			} else {
				m.Tag(got)
			}
			s.Add(got, tree.Doc)
		}
		fmt.Printf("%s: XPOS %.2f UPOS %.2f UAS %.2f LAS %.2f nsubj %.2f, %.0f words/s\n", set, 100*s.XPOS.F1(), 100*s.UPOS.F1(),
			100*s.UAS.F1(), 100*s.LAS.F1(), 100*s.Subjects.F1(), float64(s.XPOS.Expected)/time.Since(start).Seconds())
	}
	if files.Names == nil {
		return nil
	}
	return t.scoreNames(m)
}

// scoreNames prints what the names reach on Worldwide.
func (t *trainer) scoreNames(m *nlp.Models) error {
	p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences)
	if err != nil {
		return err
	}
	apart, joined := eval.NameScore{}, eval.NameScore{}
	words := 0
	var spent time.Duration
	for _, set := range []string{"worldwide_asia", "worldwide_africa"} {
		texts, err := corpus.Texts(filepath.Join(t.corpora, "entities", set+".jsonl"))
		if err != nil {
			return err
		}
		for _, text := range texts {
			var d nlp.Doc
			d.Reset(text.Text, "")
			if err := p.Run(&d); err != nil {
				return err
			}
			start := time.Now()
			m.Tag(&d)
			m.Name(&d)
			spent += time.Since(start)
			words += len(d.Tokens)
			var gold []eval.GoldName
			for _, n := range text.Names {
				gold = append(gold, eval.GoldName{Range: n.Range, Type: n.Type})
			}
			found := eval.FoundNames(&d)
			apart.Add(found, gold)
			joined.Add(eval.JoinNationalities(found), eval.JoinNationalities(gold))
			if t.errors {
				printErrors(text.Text, found, gold)
			}
		}
	}
	for _, kind := range []string{"Person", "Location", "Organization", "NORP"} {
		c := apart[kind]
		fmt.Printf("worldwide %s: P %.1f R %.1f F %.1f\n", kind, 100*c.Precision(), 100*c.Recall(), 100*c.F1())
	}
	fmt.Printf("worldwide location + NORP: F %.1f; %d words, %.0f words/s\n", 100*joined["Location or NORP"].F1(), words, float64(words)/spent.Seconds())
	return nil
}

// printErrors prints the names that are found and not gold, and those missed.
func printErrors(text string, found, gold []eval.GoldName) {
	types := make(map[nlp.Range]string)
	for _, n := range gold {
		types[n.Range] = n.Type
	}
	for _, n := range found {
		if types[n.Range] != n.Type {
			fmt.Printf("+%s\t%s\t%q\n", n.Type, types[n.Range], text[n.Start:n.End])
		}
		delete(types, n.Range)
	}
	for r, kind := range types {
		fmt.Printf("-%s\t\t%q\n", kind, text[r.Start:r.End])
	}
}
