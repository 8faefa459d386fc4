package extract

import (
	"strings"
	"testing"

	"newsgraph/loader/article"
)

// entitiesOf returns the names of an article's entities with their mentions.
func entitiesOf(t *testing.T, text, outlet string) map[string]string {
	t.Helper()
	a := article.Article{Text: text}
	a.Outlet.Value = outlet
	doc, err := newExtractor(t).Extract(a)
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]string)
	for _, e := range doc.Entities {
		var words []string
		for _, m := range e.Mentions {
			words = append(words, m.Text)
		}
		found[e.Name] = e.Type + ": " + strings.Join(words, ", ")
	}
	return found
}

func TestSurnameOfSeveral(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		// Only one of that name has been named so far.
		{"Ada Okoye left. Okoye was tired. Then Tomas Okoye came.", "Ada Okoye", "Person: Ada Okoye, Okoye"},
		// Whoever went by the surname before goes by it again.
		{"Ada Okoye left. Okoye was tired. Then Tomas Okoye came, and Okoye spoke.", "Ada Okoye", "Person: Ada Okoye, Okoye, Okoye"},
		// Both have been named in full: nobody can tell.
		{"Ada Okoye left. Then Tomas Okoye came. Later Okoye spoke.", "Ada Okoye", "Person: Ada Okoye"},
		// A name may stand inside another one: neither is meant for sure.
		{"María Quispe Flores left. Then Iris Quispe came. Later Quispe spoke.", "Iris Quispe", "Person: Iris Quispe"},
		{"María Quispe Flores left. Later Quispe spoke.", "María Quispe Flores", "Person: María Quispe Flores, Quispe"},
		{"María Quispe Flores left. Later Quispe Flores spoke.", "María Quispe Flores", "Person: María Quispe Flores, Quispe Flores"},
		// Gender tells, by a title or by what is said.
		{"Ada Okoye left. Then Tomas Okoye came. Later Mrs Okoye spoke.", "Ada Okoye", "Person: Ada Okoye, Okoye"},
		{"Ada Okoye left. Then Tomas Okoye came. Later Okoye said she was tired.", "Ada Okoye", "Person: Ada Okoye, Okoye, she"},
		// Only one of them was spoken of of late.
		{"Ada Okoye left. It rained. It rained again. It went on. It stopped. It was late. Tomas Okoye came. Then Okoye spoke.", "Tomas Okoye", "Person: Tomas Okoye, Okoye"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestShortNameOfPerson(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		// A given name in syllables stands behind the family's.
		{"Seo Tae-rin resigned. Mr. Seo was tired.", "Seo Tae-rin", "Person: Seo Tae-rin, Seo"},
		// What "Mr." tells of the one tells the other apart.
		{"Seo Tae-rin resigned, and Mr. Seo wept. His rival, Seo Min-ah, laughed. Then Ms. Seo ran.", "Seo Min-ah", "Person: His rival, Seo Min-ah, Seo"},
		// An unknown first name behind "Mr." is the family's; a known one is another man's.
		{"President Wu Deming left. Mr. Wu was tired.", "Wu Deming", "Person: President, Wu Deming, Wu"},
		{"Oscar Brandt left. Mr. Oscar was tired.", "Oscar Brandt", "Person: Oscar Brandt"},
		// Spaniards have two surnames, and go by the first.
		{"Carmela Urrutia Paz left. CARMELA URRUTIA was tired.", "Carmela Urrutia Paz", "Person: Carmela Urrutia Paz, CARMELA URRUTIA"},
		{"Carmela Urrutia left. Then Carmela Urrutia Paz came again.", "Carmela Urrutia Paz", "Person: Carmela Urrutia, Carmela Urrutia Paz"},
		{"Tomas Quell left. Then Tomas Quell Jr. came.", "Tomas Quell", "Person: Tomas Quell"},
		// The article of an Arabic name comes and goes.
		{"Hassan Tawfik el-Banhawi left. Then Banhawi came, and Hassan el-Banhawi left.", "Hassan Tawfik el-Banhawi", "Person: Hassan Tawfik el-Banhawi, Banhawi, Hassan el-Banhawi"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestOutletInCapitals(t *testing.T) {
	for outlet, want := range map[string]string{"THE VARNHOLM PAPER": "The Varnholm Paper", "QXR NEWS": "QXR News", "QXR": "QXR", "Varnholm PAPER": "Varnholm PAPER"} {
		if got := outletName(outlet); got != want {
			t.Errorf("%s is written %s, want %s", outlet, got, want)
		}
	}
	found := entitiesOf(t, "She told Varnholm Paper so.", "VARNHOLM PAPER")
	if found["Varnholm Paper"] != "Organization: Varnholm Paper" || len(found) != 1 {
		t.Errorf("found %v", found)
	}
}

func TestShortNameOfOrganization(t *testing.T) {
	found := entitiesOf(t, "Varnholm Logistics lost. On Monday Varnholm denied it.", "")
	if found["Varnholm Logistics"] != "Organization: Varnholm Logistics, Varnholm" {
		t.Errorf("found %v", found)
	}
	found = entitiesOf(t, "Danish group Varnholm A/S lost. Varnholm chief executive Ada Okoye left Varnholm.", "")
	if found["Varnholm A/S"] != "Organization: Varnholm A/S, Varnholm, Varnholm" {
		t.Errorf("found %v", found)
	}
}

func TestOnePersonInManyForms(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		// Two spellings of one first name.
		{"Mohamed Okoye left. Mohammed Okoye returned.", "Mohamed Okoye", "Person: Mohamed Okoye, Mohammed Okoye"},
		{"Maria Okoye left. Marie Okoye returned.", "Maria Okoye", "Person: Maria Okoye"},
		// A surname that is also a country's name.
		{"Ada Jordan left. Jordan said she was tired.", "Ada Jordan", "Person: Ada Jordan, Jordan"},
		{"Ada Jordan left. She lives in Jordan.", "Jordan", "Country: Jordan"},
		// A person whose name is in another one.
		{"Thomas Brandt died. The Thomas Brandt Foundation pays.", "Thomas Brandt", "Person: Thomas Brandt, Thomas Brandt"},
	} {
		got := entitiesOf(t, test.text, "")[test.name]
		got = strings.Replace(got, ", she", "", 1)
		got = strings.Replace(got, ", She", "", 1)
		if got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestAlsoKnownAs(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		{"They arrested Omar Okoye, also known as Abu Qadro. Abu Qadro was armed.", "Omar Okoye", "Person: Omar Okoye, Abu Qadro, Abu Qadro"},
		{"They met Ada Okoye, better known as “Lanterna”. Then Lanterna sang.", "Ada Okoye", "Person: Ada Okoye, Lanterna, Lanterna"},
		{"Ada Okoye is known as a friend of Tomas Brandt.", "Tomas Brandt", "Person: Tomas Brandt"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// TestNamelessSpeaker: "he" after a source without a name is not the nearest man with one.
func TestNamelessSpeaker(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Tomas Brandt visited the camp. A rebel leader said the army had left. He said his men would stay.", "A rebel leader, A rebel leader"},
		{"A rebel leader said the army had left. General Tomas Brandt rejected that. He said the rebels lied.", "A rebel leader, Tomas Brandt"},
		{"Tomas Brandt visited the camp. Officials said the army had left. He said his men would stay.", "Officials, Tomas Brandt"},
	} {
		if got := speakersOf(t, test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// speakersOf returns who the statements of a text are by, in their order.
func speakersOf(t *testing.T, text string) string {
	t.Helper()
	doc, err := newExtractor(t).Extract(article.Article{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	var speakers []string
	for _, s := range doc.Statements {
		switch {
		case s.Speaker.Unnamed != nil:
			speakers = append(speakers, *s.Speaker.Unnamed)
		case s.Speaker.Entity != nil:
			for _, e := range doc.Entities {
				if e.ID == *s.Speaker.Entity {
					speakers = append(speakers, e.Name)
				}
			}
		}
	}
	return strings.Join(speakers, ", ")
}

func TestSpeakerIsHeadOfSubject(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// What hangs on the subject by a preposition does not speak.
		{"Refugees from Chad, Niger and Peru said they had paid the smugglers.", "Refugees from Chad, Niger and Peru"},
		{"Aides close to him say he will run again.", "Aides close to him"},
		{"A memorandum of the weather institute, WIMET, says the storm was foreseen.", "A memorandum of the weather institute"},
		// Nor does what is set off behind it.
		{"France, until last year Chad's biggest donor, said it was reviewing the requests.", "France"},
		{"The council has promised 5 boats, and France, until last year Chad's biggest donor, said it was reviewing the requests.", "The council, France"},
		{"The Chadian coastguard, which was blamed for the delay, said the boat had refused help.", "The Chadian coastguard"},
		// But a name in apposition says who the head is.
		{"The group's director, Father Tomas Brandt, said the villas should be searched.", "Tomas Brandt"},
		{"“They live in villas,” said the group's director, Father Tomas Brandt.", "Tomas Brandt"},
		{"The aid group, Lanterna, said the bridge was safe.", "Lanterna"},
		// Participles have the subject of their clause.
		{"Joel Hartig was sacked in May, after saying that the bridge was unsafe.", "Joel Hartig"},
		{"Joel Hartig was sacked as army chief in May, after saying he would arrest the mayor.", "Joel Hartig"},
		{"Ines Quell denied that, calling it a fairy tale.", "Ines Quell"},
	} {
		if got := speakersOf(t, test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestSpeakingPronoun(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// "It" is the body, or the country, that is the subject before.
		{"The WIMET agency has sent 40 boats. It said 300 people were missing.", "WIMET"},
		{"The finance ministry of Chad punished nine tankers that it said had moved oil.", "finance ministry of Chad"},
		{"Lanterna Bank said it was safe. The Varnholm Bank has lent money. It said it would lend more.", "Lanterna Bank, Varnholm Bank"},
		// "They" are the people who are.
		{"Officials in Chad met on Monday. They said the talks had failed.", "Officials in Chad"},
		{"The Chadian aides say that the bridge is safe. Peru, they point out, sent a minister to Lima in July.", "The Chadian aides, The Chadian aides"},
		// "She" is a woman without a name if the text has told of her since.
		{"Ada Okoye said the ferry had sunk. A spokeswoman for the line wept. It was late, she said.", "Ada Okoye, A spokeswoman"},
		{"Ada Okoye said the ferry had sunk. An old boat came. It was late, she said.", "Ada Okoye, Ada Okoye"},
		// Who is quoted by a paper is not the paper, and is named in apposition to the subject.
		{"Joel Hartig said the bridge was safe. Chad's oil minister, Tomas Brandt, went home. \"We have run out of oil,\" it quoted him as saying.", "Joel Hartig, Tomas Brandt"},
		{"The officials met on Monday. “We told them in time,” one said.", "one"},
	} {
		if got := speakersOf(t, test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// TestWeInQuotations: "we" is the speaker's side, where the text tells which, else the speaker.
func TestWeInQuotations(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		{"“We agree,” Chadian Foreign Minister Ada Okoye said.", "Chad", "Country: We, Chadian"},
		{"“We agree,” said Ada Okoye, leader of the Reform Party.", "Reform Party", "Organization: We, Reform Party"},
		{"“We agree,” said Ada Okoye, a farmer.", "Ada Okoye", "Person: We, Ada Okoye, a farmer"},
		{"“We agree,” said former Chadian president Ada Okoye.", "Chad", "Country: Chadian"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestAcronymsInBrackets(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		{"The Lake Chad Basin Commission (LCBC) met. The LCBC agreed.", "Lake Chad Basin Commission", "Organization: Lake Chad Basin Commission, LCBC, LCBC"},
		// Whatever else is known by it, and before it is introduced.
		{"The WTO left. The Workers Transport Organisation (WTO) was tired.", "Workers Transport Organisation", "Organization: WTO, Workers Transport Organisation, WTO"},
		{"The Okoye Bank (UK) was sold. The UK agreed.", "United Kingdom", "Country: UK, UK"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %s\nwant %s in %v", test.text, got, test.want, entitiesOf(t, test.text, ""))
		}
	}
}

// TestPeopleAndPlaces: what stands around a name tells whether a person or a place has it.
func TestPeopleAndPlaces(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		// The name of a place before a surname is a given name,
		{"The firm sued Israel Ruiz and Dallas Okoye.", "Israel Ruiz", "Person: Israel Ruiz"},
		{"The bridge is shut, Sydney Mills said.", "Sydney Mills", "Person: Sydney Mills"},
		{"Georgia Mills, a nurse, saw it.", "Georgia Mills", "Person: Georgia Mills, a nurse"},
		{"They met Dallas Reed and left. They were tired, Dallas Reed said.", "Dallas Reed", "Person: Dallas Reed, Dallas Reed"},
		{"Brandt said that London Okoro, her deputy, was tired.", "London Okoro", "Person: London Okoro, her deputy, her"},
		// if no preposition has it.
		{"On the way to Israel Brandt said the bridge was safe.", "Israel", "Country: Israel"},
		// The first name alone, of somebody who goes by it,
		{"Milan Kovac was sued. Milan said he had paid.", "Milan Kovac", "Person: Milan Kovac, Milan, he"},
		{"Kenya Moore wept. Then Kenya left.", "Kenya Moore", "Person: Kenya Moore, Kenya"},
		// who lives elsewhere, and who goes by the surname.
		{"Milan Kovac was sued. Kovac wept. Later Milan said he had paid.", "Milan Kovac", "Person: Milan Kovac, Kovac, Milan, he"},
		{"Milan Kovac was sued. Kovac wept. Later Milan voted.", "Milan", "Place: Milan"},
		{"Milan Kovac was sued in Milan. Then Milan voted.", "Milan", "Place: Milan, Milan"},
		{"Chad Brandt was sued. Brandt denied it. Then Chad closed its border.", "Chad", "Country: Chad"},
		{"Chad Brandt was sued. A Chadian court met. Then Chad closed its border.", "Chad", "Country: Chadian, Chad"},
		// A surname that stands behind "Mr." and alone.
		{"Ms. France sold the firm. France said she was tired.", "France", "Person: France, France, she"},
		{"Ms. Holland sold the firm. Holland said it was ours. She lives in Holland.", "Holland", "Person: Holland, Holland, She"},
		{"Mr. Jordan sold the firm. Jordan, whose bridge fell, was not charged.", "Jordan", "Person: Jordan, Jordan"},
		{"Ms. Chad wept. Chad and Niger were not invited.", "Chad", "Country: Chad"},
		{"Mr. Jordan flew to Amman. Jordan has closed its border.", "Jordan", "Country: Jordan"},
		// A given name before a lone surname belongs to it.
		{"County clerks Hal Ruiz, Kay Orrel and Sue Tarn counted the votes.", "Sue Tarn", "Person: Sue Tarn"},
		// Small places that no list knows.
		{"The water reached the first houses in Upper Dray on Monday.", "Upper Dray", "Place: Upper Dray"},
		{"The mayor visited the town of Saint Orrin.", "Saint Orrin", "Place: Saint Orrin"},
		{"She was born in Wenlock and lives outside Stoke Verdon.", "Stoke Verdon", "Place: Stoke Verdon"},
		{"The storm hit Tarnby. Tarnby, a port of 12,000, has no hospital.", "Tarnby", "Place: Tarnby, Tarnby"},
		{"Hollis, who also speaks for the hamlet of Upper Wick, plans to sue.", "Upper Wick", "Place: Upper Wick"},
		{"TARNBY (Oxmere Post) — The ferry sank. The mayor said Tarnby could not pay for it.", "Tarnby", "Place: Tarnby"},
		// People are no places.
		{"Voters have lost confidence in Okoye, and Okoye knows.", "Okoye", "Person: Okoye, Okoye"},
		{"Brandt sat in Okoye's chair. Okoye laughed.", "Okoye", "Person: Okoye, Okoye"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %s\nwant %s in %v", test.text, got, test.want, entitiesOf(t, test.text, ""))
		}
	}
}
