package nlp

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestPipelineOrder(t *testing.T) {
	p, err := New(Sentences, Tokens, Paragraphs)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.Names(), []string{"paragraphs", "tokens", "sentences"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
}

func TestPipelineRejects(t *testing.T) {
	loop := []Annotator{{Name: "x", Needs: []Layer{NameLayer}, Adds: []Layer{DateLayer}}, {Name: "y", Needs: []Layer{DateLayer}, Adds: []Layer{NameLayer}}}
	for want, annotators := range map[string][]Annotator{
		"annotator sentences needs tokens, which none adds": {Sentences, Paragraphs},
		"annotators tokens and tokens both add tokens":      {Paragraphs, Tokens, Tokens},
		"annotator x needs what needs it":                   loop,
	} {
		if _, err := New(annotators...); err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

func TestPipelineNamesTheAnnotatorThatFails(t *testing.T) {
	p, err := New(Annotator{Name: "tags", Adds: []Layer{TagLayer}, Run: func(*Doc) error { return fmt.Errorf("no model") }})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Run(&Doc{}); err == nil || !strings.HasPrefix(err.Error(), "tags: ") {
		t.Errorf("error %v, want it to start with tags:", err)
	}
}

func ExamplePipeline() {
	p, err := New(Sentences, Tokens, Paragraphs)
	if err != nil {
		fmt.Println(err)
		return
	}
	var d Doc
	d.Reset("Ms. Okoye left at 5 p.m. She didn't say why.", "2031-05-02")
	if err := p.Run(&d); err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range d.Sentences {
		for i := s.Start; i < s.End; i++ {
			fmt.Print(d.Word(i), "|")
		}
		fmt.Println()
	}
	// Output:
	// Ms.|Okoye|left|at|5|p.m.|
	// She|did|n't|say|why|.|
}
