package nlp

import (
	"strings"
	"testing"
)

func TestJoinedNames(t *testing.T) {
	p, err := New(Paragraphs, Tokens, Sentences, Tags, JoinedNames)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		// The rules know the lexicon, heads and titles.
		{"They met Ada Okoye in Dar es Salaam.", "Ada Okoye/person Dar es Salaam/place"},
		{"They wrote to the Bank of Varnholm.", "Bank of Varnholm/organization"},
		// A body's people and a person's body are two names.
		{"They met the LBC's Ada Okoye there.", "LBC/organization Ada Okoye/person"},
		{"They met Ada Okoye of the LBC there.", "Ada Okoye/person LBC/organization"},
		// A title is no name, and none ends with the first word of one.
		{"They said the Foreign Secretary was away.", ""},
		{"They said Qadro Front Vice President Ada Okoye was away.", "Qadro Front/organization Ada Okoye/person"},
		{"They said Qadro ASA Chairman Olav Brekke was away.", "Qadro ASA/organization Olav Brekke/person"},
		// Syllables and initials belong to a name.
		{"They met Wong Kwok-kin there.", "Wong Kwok-kin/person"},
		{"They met K.C. Okoye there.", "K.C. Okoye/person"},
		// No verb and no small word but a head ends a name.
		{"Democrats for months have been soliciting donations.", "Democrats/organization"},
		// A headline holds the names of the story.
		{"Okoye Blames Rain For Delay\n\nEngineer Ada Okoye said the bridge was safe.", "Okoye/person Ada Okoye/person"},
	} {
		var d Doc
		d.Reset(test.text, "")
		if err := p.Run(&d); err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, n := range d.Names {
			found = append(found, d.SpanText(n.Span)+"/"+nameTypes[n.Type])
		}
		if got := strings.Join(found, " "); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
