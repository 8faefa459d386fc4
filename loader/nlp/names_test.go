package nlp

import (
	"strings"
	"testing"
)

var nameTypes = [...]string{PersonName: "person", PlaceName: "place", OrganizationName: "organization", OtherName: "other", Demonym: "demonym"}

// namesOf returns the names that the rules find, as "Ada Okoye/person".
func namesOf(t *testing.T, text string, skip ...Range) string {
	t.Helper()
	p, err := New(Paragraphs, Tokens, Sentences, NameRules)
	if err != nil {
		t.Fatal(err)
	}
	var d Doc
	d.Reset(text, "")
	d.Skip = append(d.Skip, skip...)
	if err := p.Run(&d); err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, n := range d.Names {
		found = append(found, d.SpanText(n.Span)+"/"+nameTypes[n.Type])
	}
	return strings.Join(found, " ")
}

func TestNameRules(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// People: titles stay outside, initials and particles inside.
		{"On Monday President Ada Okoye spoke.", "Ada Okoye/person"},
		{"They saw Mr. Tomas V. Brandt there.", "Tomas V. Brandt/person"},
		{"A letter from Ursula von der Heide came.", "Ursula von der Heide/person"},
		{"The prize went to Kim Jae-won again.", "Kim Jae-won/person"},
		{"Then Okoye said no.", "Okoye/person"},
		{"The line was drawn by Jordan Bell for Jordan.", "Jordan Bell/person Jordan/place"},
		{"They met the minister of Transport Ada Okoye there.", "Ada Okoye/person"},
		{"They met the head of Lanterna Tomas Brandt there.", "Lanterna/organization Tomas Brandt/person"},
		{"It was the Minister of Defence of Chad Tomas Brandt.", "Defence/other Chad/place Tomas Brandt/person"},
		{"They met the US Secretary of State Ada Okoye there.", "US/place Ada Okoye/person"},
		{"They met Secretary of State Okoye there.", "Okoye/person"},
		{"Mediator Ada Okoye had left.", "Ada Okoye/person"},
		// What the text says of a name tells whose it is.
		{"Then Varnholm Qadro said it would pay.", "Varnholm Qadro/organization"},
		{"Then Varnholm Qadro, the Danish company, left.", "Varnholm Qadro/organization Danish/demonym"},
		{"Then Varnholm Qadro said she would pay.", "Varnholm Qadro/person"},
		{"Rain is due, writes Lanterna.", "Lanterna/organization"},
		{"They saw Varnholm Logistics, and Varnholm denied it.", "Varnholm Logistics/organization Varnholm/organization"},
		// Countries, demonyms and places.
		{"The Chadian and Peruvian ministers met in Dar es Salaam.", "Chadian/demonym Peruvian/demonym Dar es Salaam/place"},
		{"The U.S. and the UK gave us nothing.", "U.S./place UK/place"},
		{"The Paris-Berlin train was late.", "Paris/place Berlin/place"},
		{"It flows from Lake Chad to the Gulf of Guinea.", "Lake Chad/place Gulf of Guinea/place"},
		// Organizations, by their heads.
		{"She works at the Ministry of Roads and Bridges.", "Ministry of Roads and Bridges/organization"},
		{"She left the Okoye Bank.", "Okoye Bank/organization"},
		{"Varnholm SA and Qadro Foods plc merged.", "Varnholm SA/organization Qadro Foods plc/organization"},
		{"She left the Federation of Red Cross and Red Crescent Societies.", "Federation of Red Cross and Red Crescent Societies/organization"},
		{"She works at the Okoye University in Washington, D.C.", "Okoye University/organization Washington, D.C./place"}, // no headline
		{"He spoke to Lanterna news agency.", "Lanterna/organization"},
		{"He spoke to the Seafarers' Union of Norway.", "Seafarers' Union of Norway/organization"},
		{"He spoke to the German-Dutch Trade Chamber.", "German-Dutch Trade Chamber/organization"},
		{"It was built by BridgeWorks.", "BridgeWorks/organization"},
		// A capital that means nothing.
		{"Talks resumed. Building went on. However, rain fell on Sunday.", ""},
		{"“Nobody came,” she said. Officials agreed.", ""},
		{"Bridge Opens Late After Long Delay\nThe bridge opened.", ""},
	} {
		if got := namesOf(t, test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestNameRulesLeaveOutWhatIsSkipped(t *testing.T) {
	text := "Ada Okoye left.\n\nBy Tomas Brandt"
	if got := namesOf(t, text, Range{17, len(text)}); got != "Ada Okoye/person" {
		t.Errorf("got %s", got)
	}
}
