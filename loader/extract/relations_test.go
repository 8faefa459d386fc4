package extract

import (
	"strings"
	"testing"

	"newsgraph/loader/article"
)

// relationsOf returns the relations of a text, a line each, without those to a gazetteer.
func relationsOf(t *testing.T, x *Extractor, text string) string {
	t.Helper()
	doc, err := x.Extract(article.Article{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	return strings.TrimSpace(render(doc, "want/relations"))
}

func TestTies(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, want string }{
		// A name with its party or employer.
		{"The talks failed, said Ada Okoye of the Varnholm Institute.", "Ada Okoye | WORKS_FOR | Varnholm Institute"},
		{"The talks failed, said Ada Okoye of the Reform Party.", "Ada Okoye | MEMBER_OF | Reform Party"},
		{"The talks failed, said the Varnholm Institute's Ada Okoye.", "Ada Okoye | WORKS_FOR | Varnholm Institute"},
		{"The talks failed, said Ada Okoye (Reform Party).", "Ada Okoye | MEMBER_OF | Reform Party"},
		// Clauses.
		{"Ada Okoye heads the Varnholm Institute.", "Ada Okoye | LEADS | Varnholm Institute"},
		{"Ada Okoye works for the Varnholm Institute.", "Ada Okoye | WORKS_FOR | Varnholm Institute"},
		{"Ada Okoye criticised the Varnholm Institute.", ""},
		{"Ada Okoye is the director of the Varnholm Institute.", "Ada Okoye | HOLDS_ROLE | Varnholm Institute director\nAda Okoye | LEADS | Varnholm Institute"},
		{"Ada Okoye is not the director of the Varnholm Institute.", ""},
		// Who holds an office of a state is its citizen; an expert serves no state.
		{"Chadian President Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | Chad president\nAda Okoye | CITIZEN_OF | Chad"},
		{"Chadian economist Ada Okoye spoke.", "Ada Okoye | CITIZEN_OF | Chad"},
		{"Ada Okoye, a Chadian judge, spoke.", "Ada Okoye | HOLDS_ROLE | Chad judge\nAda Okoye | CITIZEN_OF | Chad"},
		{"Chadian dictator Ada Okoye spoke.", "Ada Okoye | CITIZEN_OF | Chad"}, // no office
		{"Chad's Ada Okoye spoke.", "Ada Okoye | CITIZEN_OF | Chad"},
		{"The talks failed, said Ada Okoye, of the Reform Party.", "Ada Okoye | MEMBER_OF | Reform Party"},
		{"The talks failed, said Ada Okoye, who heads the Varnholm Institute.", "Ada Okoye | LEADS | Varnholm Institute"},
		{"Reform Party spokeswoman Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | Reform Party spokeswoman\nAda Okoye | WORKS_FOR | Reform Party"}, // no member for that
		// States and their alliances.
		{"NATO member Norway agreed.", "Norway | MEMBER_OF | NATO"},
		{"EU members Poland and Hungary disagreed.", "Poland | MEMBER_OF | EU\nHungary | MEMBER_OF | EU"},
		{"Latvia, a founding member of the African Union, agreed.", "Latvia | MEMBER_OF | African Union"},
		{"Norway is a member of NATO.", "Norway | MEMBER_OF | NATO"},
		{"Norway is not a member of NATO.", ""},
		{"Non-NATO-member Norway, a former member of NATO, agreed.", ""},
		{"Norway joined NATO. Chad wants to join NATO. Peru would join NATO.", "Norway | MEMBER_OF | NATO"},
		{"The NATO summit began. Norway and Peru joined the alliance in 1949.", "Norway | MEMBER_OF | NATO\nPeru | MEMBER_OF | NATO"},
		{"Norway joined NATO in calling for talks.", ""},
		// Organizations and their countries.
		{"The Chadian Foreign Ministry agreed.", "Chadian Foreign Ministry | PART_OF | Chad"},
		{"They wrote to the Chadian newspaper Varnholm Courant.", "Varnholm Courant | LOCATED_IN | Chad"},
		{"They wrote to the Geneva-based Varnholm Institute.", "Varnholm Institute | LOCATED_IN | Geneva"},
	} {
		if got := relationsOf(t, x, test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
