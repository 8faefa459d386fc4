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
		{"The Democratic Republic of the Congo signed it.", "Democratic Republic of the Congo/place"},
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
		// A person's name goes on over an article with a hyphen, and none is the end of a title.
		{"They met Hassan Tawfik el-Banhawi, 41, there.", "Hassan Tawfik el-Banhawi/person"},
		{"They met Karim el-Banhawi. El-Banhawi wept.", "Karim el-Banhawi/person El-Banhawi/person"},
		{"Inspector-General of Police Ines Okoye wept.", "Ines Okoye/person"},
		// Storms, ships and clocks are nobody.
		{"Cyclone Ilsabe came on Monday. Then Ilsabe killed a man.", "Cyclone Ilsabe/other Ilsabe/other"},
		{"Then the Ottilia, another trawler, went down.", "Ottilia/other"},
		{"They met Ada Okoye at 4:15 PM GMT again.", "Ada Okoye/person"},
		// A firm's name without the head is the firm's; a person's may be part of one.
		{"They own Fiordvik Sonne Shipping. But Fiordvik Sonne denied it.", "Fiordvik Sonne Shipping/organization Fiordvik Sonne/organization"},
		{"They own Ada Okoye Shipping. But Ada Okoye denied it.", "Ada Okoye Shipping/organization Ada Okoye/person"},
		// Who has a name is a person in capitals too.
		{"They met Carmela Urrutia Paz.\n\nCARMELA URRUTIA: I was tired.", "Carmela Urrutia Paz/person CARMELA URRUTIA/person"},
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
