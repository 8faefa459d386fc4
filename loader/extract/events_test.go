package extract

import (
	"slices"
	"strings"
	"testing"

	"newsgraph/loader/article"
)

// TestEventsOfASentence has one construction a row: the events of the sentence in its
// order, each as its type, those who act, and after ">" those on whom. Of any other role
// the role is written.
func TestEventsOfASentence(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, want string }{
		// Symmetric meetings: all who meet act.
		{"Ada Okoye and Sven Lind met in Lima on Monday.", "CONSULT Ada Okoye, Sven Lind"},
		{"Ada Okoye met with Sven Lind in Lima on Monday.", "CONSULT Ada Okoye, Sven Lind"},
		{"Ada Okoye met Sven Lind in Lima on Monday.", "CONSULT Ada Okoye, Sven Lind"},
		{"Talks between Chad and Peru opened in Lima on Monday.", "CONSULT Chad, Peru"},
		{"Chad held talks with Peru and Niger in Lima on Monday.", "CONSULT Chad, Peru, Niger"},
		{"Chad's envoy, Ada Okoye, held talks with Sven Lind in Lima.", "CONSULT Ada Okoye, Sven Lind"},
		{"A call between Ada Okoye and Sven Lind lasted an hour.", "CONSULT Ada Okoye, Sven Lind"},
		{"Ada Okoye had a phone call with Sven Lind on Monday.", "CONSULT Ada Okoye, Sven Lind"},
		{"Ada Okoye spoke by phone with Sven Lind on Monday.", "CONSULT Ada Okoye, Sven Lind"},
		{"Officials from Chad and Peru will take part in talks in Lima.", "CONSULT Chad, Peru"},
		{"The Chad–Peru talks ended late on Monday.", "CONSULT Chad, Peru"},
		{"The Chad-Peru summit ended late on Monday.", "CONSULT Chad, Peru"},
		{"President Ada Okoye of Chad sat down with President Sven Lind of Peru.", "CONSULT Ada Okoye, Sven Lind"},
		// Visits: who travels acts, whoever receives is the recipient.
		{"Ada Okoye visited Peru on Monday.", "CONSULT Ada Okoye > Peru"},
		{"Ada Okoye arrived in Lima on Monday, Peru said.", "CONSULT Ada Okoye > Peru"},
		{"Ada Okoye travelled to Lima on Monday, Peru said.", "CONSULT Ada Okoye > Peru"},
		{"The visit to Lima by Chadian President Ada Okoye was short, Peru said.", "CONSULT Ada Okoye > Peru"},
		{"A visit by Foreign Minister Ada Okoye to Peru is planned for May.", "CONSULT Ada Okoye > Peru"},
		{"Chad is looking forward to a visit from Sven Lind.", "CONSULT Sven Lind > Chad"},
		{"Chad hosted Sven Lind on Monday.", "CONSULT host Chad > Sven Lind"},
		{"Sven Lind was received by Ada Okoye on Monday.", "CONSULT host Ada Okoye > Sven Lind"},
		{"Peru is mediating between Chad and Niger.", "CONSULT mediator Peru > Chad, Niger"},
		{"Talks between Chad and Niger, mediated by Peru, opened on Monday.", "CONSULT Chad, Niger; CONSULT mediator Peru > Chad, Niger"},
		// Those whom a phrase takes up: two sides without their mediator, people by name, a body
		// by what it is called, "it" by the subject before, the government of the only country.
		{"Peru brokered a truce between Chad and Niger. The two armies accused each other of attacks.", "AGREE Chad, Niger, mediator Peru; ACCUSE Chad, Niger"},
		{"Omar Okoye lives in Lima. His brother Sven Okoye works there. The men were arrested on Monday.", "COERCE > Omar Okoye, Sven Okoye"},
		{"Ada Okoye met Omar Bell and Sven Lind. The men were arrested on Monday.", "CONSULT Ada Okoye, Omar Bell, Sven Lind; COERCE > Omar Bell, Sven Lind"},
		{"Ada Okoye lives in Lima. The men were arrested on Monday.", "COERCE"},
		{"Peru banned the Norba Front, a militant group. On Monday the militants attacked Niger.", "COERCE Peru > Norba Front; ASSAULT Norba Front > Niger"},
		{"Chad criticised Peru. Since then it has held talks with Niger. In March it signed a treaty with Mali.", "ACCUSE Chad > Peru; CONSULT Chad, Niger; SUPPORT Chad, Mali"},
		{"Chad and Niger left the union. They signed a treaty with Mali.", "SUPPORT Chad, Niger, Mali"},
		{"Chad is poor. Chad has little water. Chad has oil. Okoye urged the government to attack Peru.", "REQUEST Okoye > Chad; ASSAULT Chad > Peru"},
		{"Gen Sven Lind, the navy chief, was arrested on Monday.", "COERCE > Sven Lind"},
		// Who takes part in talks that others hold or lead; a third at a meeting of three.
		{"For two years Ada Okoye led Chad's delegation in talks with Peru.", "CONSULT Peru, Ada Okoye, Chad"},
		{"Chad and Peru signed a truce in talks with Niger.", "SUPPORT Chad, Peru; CONSULT Niger, Chad, Peru"},
		{"Peru will join talks between Niger and Mali.", "CONSULT Niger, Mali, Peru"},
		{"Talks involving Chad and Peru opened on Monday.", "CONSULT Chad, Peru"},
		{"Ada Okoye met Sven Lind. Okoye also plans a trilateral meeting with Omar Bell.", "CONSULT Ada Okoye, Sven Lind; CONSULT Omar Bell, Ada Okoye, Sven Lind"},
		// What only states have is the state's, whoever speaks of it.
		{"President Sven Lind of Peru said his government had expelled two Chadian diplomats.", "SANCTION Peru > Chad"},
		{"Foreign Minister Sven Lind of Peru, whose government is mediating between Chad and Niger, left.", "CONSULT mediator Peru > Chad, Niger"},
		{"“We attacked Chad on Monday,” said President Sven Lind of Peru.", "ASSAULT Peru > Chad"},
		{"U.S. Ambassador to Chad Ada Okoye will travel to Peru on Monday.", "CONSULT Ada Okoye > Peru"},
		{"Among those arrested on Monday was Ada Okoye.", "COERCE > Ada Okoye"},
		{"Chad criticised Peru. Officials said they had attacked Niger.", "ACCUSE Chad > Peru; ASSAULT > Niger"},
		{"Omar Okoye lives in Lima. A second man, his brother Sven Okoye, works there. The men were arrested on Monday.", "COERCE > Omar Okoye, Sven Okoye"},
		{"A court in Peru has jailed a Chadian man for nine years. Omar Okoye, 39, was silent.", "COERCE Peru > Omar Okoye"},
		{"A court in Peru has jailed a Chadian woman for nine years. Omar Okoye, 39, was silent.", "COERCE Peru"},
		{"Cyclone Ada killed nine people in Chad. Chad hosted an American missile defence system.", ""},
		// Who does what a gerund or a request tells of.
		{"Chad criticised Peru for attacking Niger.", "ACCUSE Chad > Peru; ASSAULT Peru > Niger"},
		{"Omar Okoye was convicted of the murder of Ada Bell on Monday.", "COERCE > Omar Okoye; ASSAULT Omar Okoye > Ada Bell"},
		{"Peru accused Chad of an attack on Niger.", "ACCUSE Peru > Chad; ASSAULT Chad > Niger"},
		{"Ada Okoye and Sven Lind travelled to Lima on Monday, Peru said.", "CONSULT Ada Okoye, Sven Lind > Peru"},
		{"The Chadian delegation met with Peru's civilian and military leadership on Monday.", "CONSULT Chad, Peru"},
		{"Sven Lind lives in Lima. Peru accused him of murder on Monday.", "ACCUSE Peru > Sven Lind"},
		{"Chad and Niger left the union. Peru accused them of murder on Monday.", "ACCUSE Peru > Chad, Niger"},
		{"The Norba Front is a militant group. Chad attacked the rebels on Monday.", "ASSAULT Chad > Norba Front"},
		{"Chad could start hostilities by a sudden attack or by attacking Niger.", "ASSAULT Chad; ASSAULT Chad > Niger"},
		// Who is no side: somebody's family, a people abroad, where an attack was.
		{"Okoye's relatives attacked Peru on Monday.", "ASSAULT > Peru"},
		{"Peru fought ethnic Chadians on Monday.", "ASSAULT Peru"},
		{"The bombings of embassies in Kenya and Peru have killed nine people.", ""},
		{"Chad talked with the Norba Front. Peru met Chad. The two countries signed a treaty.", "CONSULT Chad, Norba Front; CONSULT Peru, Chad; SUPPORT Peru, Chad"},
		{"Chad killed dozens of Nigerien and Peruvian refugees, whom Mali blames for a fire.", "ASSAULT Chad > Niger, Peru; ACCUSE Mali"},
		{"Chad and Mali warned Peru that it must leave.", "THREATEN Chad, Mali > Peru"},
		{"Chad attacked Mali. They signed a treaty with Peru.", "ASSAULT Chad > Mali; SUPPORT Peru"},
		{"Chad held talks with the Norba Popular Front (NPF), a small rebel group. On Monday the rebels attacked Peru.", "CONSULT Chad, Norba Popular Front; ASSAULT Norba Popular Front > Peru"},
		{"Chad, together with Mali, invaded Niger.", "ASSAULT Chad, Mali > Niger"},
		{"The truce, brokered by Peru and Mali, held on Monday.", "AGREE mediator Peru, mediator Mali"},
		{"Peru brokered a truce with Mali.", "AGREE Peru, Mali"},
		{"After talks in Lima, Chad and Peru vowed to attack Niger.", "THREATEN Chad, Peru > Niger; ASSAULT Chad, Peru > Niger"},
		{"Ada Okoye met Tomas Brandt and her Nigerien counterpart, Sven Lind.", "CONSULT Ada Okoye, Tomas Brandt, Sven Lind"},
		{"Okoye's letters accusing Peru of murder were lost.", "ACCUSE Okoye > Peru"},
		{"Okoye called on Peru to attack Chad.", "REQUEST Okoye > Peru; ASSAULT Peru > Chad"},
		{"Omar Okoye shot dead in Lima on Monday.", "ASSAULT > Omar Okoye"},
		{"The first Chadian to attack Peru left the city on Monday.", "ASSAULT > Peru"},
		// Passives, conjunctions, control, possessives.
		{"Ada Okoye was arrested by Peruvian police on Monday.", "COERCE Peru > Ada Okoye"},
		{"Ada Okoye was arrested in Lima on Monday.", "COERCE > Ada Okoye"},
		{"Chad was attacked by Niger on Monday.", "ASSAULT Niger > Chad"},
		{"Chad and Niger expelled diplomats of Peru.", "SANCTION Chad, Niger > Peru"},
		{"Chad expelled two Peruvian diplomats on Monday.", "SANCTION Chad > Peru"},
		// What somebody calls a strike is no call for one; a rebel is not the state he is from.
		{"Ada Okoye called the strike reckless.", ""},
		{"Rebels from Chad attacked a village in Mali.", "ASSAULT > Mali"},
		{"Chad condemned Niger and recalled its ambassador from Peru.", "ACCUSE Chad > Niger; SANCTION Chad > Peru"},
		{"Chad agreed to send food to Niger.", "AGREE Chad > Niger; AID Chad > Niger"},
		{"Chad promised to withdraw its troops from Niger.", "AGREE Chad; RETREAT Chad > Niger"},
		{"Peru persuaded Chad to withdraw its troops from Niger.", "RETREAT Chad > Niger"},
		{"Chad's invasion of Niger began on Monday.", "ASSAULT Chad > Niger"},
		{"Niger denounced its invasion by Chad.", "ACCUSE Niger > Chad; ASSAULT Chad > Niger"},
		{"Chad's war against Niger is in its third year.", "ASSAULT Chad > Niger"},
		{"The arrest of Ada Okoye by Peru drew protests.", "COERCE Peru > Ada Okoye"},
		{"Chad, which had invaded Niger, signed a treaty with Peru.", "ASSAULT Chad > Niger; SUPPORT Chad, Peru"},
		{"Troops from Chad shelled villages in Niger on Monday.", "ASSAULT Chad > Niger"},
		{"Chadian troops opened fire on Nigerien soldiers on Monday.", "ASSAULT Chad > Niger"},
		{"Peru has imposed sanctions on Chad.", "SANCTION Peru > Chad"},
		{"Sanctions imposed on Chad by Peru remain in force.", "SANCTION Peru > Chad"},
		{"Sanctions were imposed on Chad by Peru in May.", "SANCTION Peru > Chad"},
		{"Peru lifted its sanctions on Chad in May.", "RETREAT Peru > Chad"},
		{"Peru will impose tariffs on goods from Chad.", "SANCTION Peru > Chad"},
		{"Peru extradited Ada Okoye to Chad on Monday.", "COOPERATE Peru > Chad"},
		{"Ada Okoye was sentenced to five years in prison on Monday.", "COERCE > Ada Okoye"},
		{"Ada Okoye was pardoned by President Sven Lind on Monday.", "CONCEDE Sven Lind > Ada Okoye"},
		{"Peru pledged 20 million dollars in aid to Chad.", "AGREE Peru > Chad"},
		{"Peru sent Chad 20 tonnes of food.", "AID Peru > Chad"},
		{"Farmers in Chad went on strike on Monday.", "PROTEST Chad"},
		{"Chad summoned the ambassador of Peru on Monday.", "ACCUSE Chad > Peru"},
		{"Chad evacuated its citizens from Niger on Monday.", "AID Chad"},
		{"Chad postponed talks with Peru on Monday.", "CONSULT Chad, Peru"},
		{"Chad seized a Peruvian tanker on Monday.", "COERCE Chad > Peru"},
		{"Chad and Niger agreed on a ceasefire on Monday.", "AGREE Chad, Niger"},
		{"Chad's parliament ratified a treaty with Peru on Monday.", "SUPPORT Chad, Peru"},
		{"Ada Okoye resigned as prime minister of Chad on Monday.", "RETREAT Ada Okoye > Chad"},
		{"Chad rejected an offer by Peru to mediate.", "REJECT Chad > Peru; AGREE Peru"},
		{"Thousands of Chadians rallied in N'Djamena against President Ada Okoye.", "PROTEST Chad > Ada Okoye"},
		{"Chad threatened to attack Niger.", "THREATEN Chad > Niger; ASSAULT Chad > Niger"},
		{"Chad gave Niger a deadline to withdraw.", "THREATEN Chad > Niger"},
		{"The war that Chad sent them to watch is over.", ""},
		{"Chad urged Niger to release its soldiers.", "REQUEST Chad > Niger; RETREAT Niger"},
		{"Ada Okoye and Peruvian President Sven Lind will speak by telephone.", "CONSULT Ada Okoye, Sven Lind"},
		{"Ada Okoye met Sven Lind and the chief executive of the Lanterna Group, Tomas Brandt.", "CONSULT Ada Okoye, Sven Lind, Tomas Brandt"},
		{"Ada Okoye cancelled a trip to Peru.", "CONSULT Ada Okoye > Peru"},
		{"Ada Okoye accused Chad of theft during a visit to Peru.", "ACCUSE Ada Okoye > Chad; CONSULT Ada Okoye > Peru"},
		{"Peru asked Chad for help against a blight.", "REQUEST Peru > Chad"},
		{"Peru brokered a truce between Chad and Niger.", "AGREE Chad, Niger, mediator Peru"},
		{"Chad sent two ships with food to Peru.", "AID Chad > Peru"},
		{"Peru sold two ships to the car maker Lanterna.", "COOPERATE Peru > Lanterna"},
		// Sides taken up again from an event before.
		{"Ada Okoye met Sven Lind in Lima. The two leaders signed a treaty.", "CONSULT Ada Okoye, Sven Lind; SUPPORT Ada Okoye, Sven Lind"},
		{"Chad attacked Niger. Peru urged both sides to withdraw.", "ASSAULT Chad > Niger; REQUEST Peru > Chad, Niger; RETREAT Chad, Niger"},
		{"Chad arrived late. It shelled Niger.", "ASSAULT Chad > Niger"},
		// What quotations tell of, in the first person too.
		{"\"We met Sven Lind in Lima on Monday,\" Ada Okoye said.", "CONSULT Ada Okoye, Sven Lind"},
		{"\"I will visit Peru next week,\" Ada Okoye said.", "CONSULT Ada Okoye > Peru"},
		{"\"Niger attacked Chad in May,\" Ada Okoye said.", "ASSAULT Niger > Chad"},
		{"\"We condemn Niger,\" Ada Okoye said.", ""},
		{"\"Niger might attack Chad,\" Ada Okoye said.", ""},
		// A nationality before private people or a business is not its country.
		{"Peru imposed sanctions on a Chadian shipping company on Monday.", "SANCTION Peru"},
		{"The Peruvian firm teamed up with the Chadian bank on Monday.", ""},
		{"Police in Peru arrested three Chadians on Monday.", "COERCE Peru"},
		{"Peru arrested three Chadian fishermen on Monday.", "COERCE Peru"},
		{"Peru arrested two Chadian officers on Monday.", "COERCE Peru > Chad"},
		{"Peruvian gunmen killed a Chadian sergeant on Monday.", "ASSAULT Peru > Chad"},
		// Violence is what somebody wills.
		{"The storm killed two Chadian officers on Monday.", ""},
		{"A blast killed two Chadian officers on Monday.", "ASSAULT > Chad"},
		{"Two Chadian officers were killed in a landslide on Monday.", ""},
		// Violence, police work and protests need no names, but a place or a date.
		{"Gunmen kidnapped two teachers near Lima on Sunday.", "COERCE"},
		{"Gunmen kidnap teachers.", ""},
		{"Police opened fire on crowds in Lima on Monday.", "ASSAULT"},
		{"Protesters stormed the city hall in Lima on Monday.", "ASSAULT"},
		{"Two men were arrested in Lima on Monday.", "COERCE"},
		{"Two men were killed in Lima on Monday.", ""},
		{"The candidate attacked her rival in a debate on Monday.", ""},
		{"A man was charged with murder in Lima on Monday.", "ACCUSE"},
		{"Ada Okoye will be charged with murder.", "ACCUSE > Ada Okoye"},
		{"\"They arrested my brother in Lima in May,\" Ada Okoye said.", "COERCE"},
		{"\"I met the governor in May,\" Ada Okoye said.", "CONSULT Ada Okoye"},
		// A body meets by itself, and what is held or put off is an event of one side too.
		{"The Security Council will hold an extraordinary session on Sunday.", "CONSULT Security Council"},
		{"A summit of the African Union will be held in Lima on Sunday.", "CONSULT African Union"},
		{"The African Union held a news meeting on Sunday.", ""},
		{"A visit by Ada Okoye has been put off.", "CONSULT Ada Okoye"},
		{"Ada Okoye spoke of a visit.", ""},
		// Of two objects the first is the one to whom; who is forced to does it.
		{"Lanterna and Borealis were granted waivers by Peru.", "CONCEDE Peru > Lanterna, Borealis"},
		{"The protests forced the government of Chad to back down.", "CONCEDE Chad"},
		// A clause behind what somebody is.
		{"The town remembers Ada Okoye, a Peruvian nurse who was shot by Sven Lind in 2029.", "ASSAULT Sven Lind > Ada Okoye"},
		{"Chad remembers Ada Okoye, the former nurse who killed 13 people in Lima in 2029.", "ASSAULT Ada Okoye"},
		// Who is asked need have no name, and the one who asks does not do it.
		{"Ada Okoye called on her supporters to block roads.", "REQUEST Ada Okoye"},
		{"Ada Okoye called on the government to suspend Sven Lind.", "REQUEST Ada Okoye"},
		{"Ada Okoye conceded that there was no evidence.", ""},
		// A capital with what it is to others behind it acts as well.
		{"Oslo, Chad's old ally, blamed the rebels for the violence.", "ACCUSE Norway"},
		{"Ada Okoye was sentenced to five years and fined 200 pounds by Peru.", "COERCE > Ada Okoye; COERCE Peru > Ada Okoye"},
		{"Ada Okoye agreed that the bridge was old.", ""},
		{"Ada Okoye and Sven Lind fought a war of words.", ""},
		{"Chad killed the plan of Peru on Monday.", ""},
		// What is only said is no event, and people are no states.
		{"Ada Okoye declined to comment on Monday.", ""},
		{"Ada Okoye insisted that Chad was safe.", ""},
		{"Ada Okoye warned that prices would rise in Chad.", ""},
		{"The British academic was jailed on Monday.", "COERCE"},
		{"The British academic was jailed.", ""},
		{"Ada Okoye accepted 2 million dollars from Sven Lind.", ""},
		{"A Peruvian tourist attacked a waiter on Monday.", ""},
	} {
		doc, err := x.Extract(article.Article{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		if got := sidesOf(doc); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// sidesOf writes the events of a document as the rows of TestEventsOfASentence do.
func sidesOf(doc *Document) string {
	names := make(map[string]string)
	for _, e := range doc.Entities {
		names[e.ID] = e.Name
	}
	events := slices.Clone(doc.Events)
	slices.SortStableFunc(events, func(a, b Event) int { return a.Trigger.Start - b.Trigger.Start })
	var out []string
	for _, e := range events {
		var actors, others []string
		for _, p := range e.Participants {
			switch name := names[p.Entity]; p.Role {
			case "recipient":
				others = append(others, name)
			case "actor":
				actors = append(actors, name)
			default:
				actors = append(actors, p.Role+" "+name)
			}
		}
		s := e.Type
		if len(actors) > 0 {
			s += " " + strings.Join(actors, ", ")
		}
		if len(others) > 0 {
			s += " > " + strings.Join(others, ", ")
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}
