package newsgen

import (
	"math/rand/v2"

	"newsgraph/graph"
)

// articlesPerStory is how many articles in a row tell one story.
const articlesPerStory = 3

// firstDay is the day that stories start from: 2024-01-01.
const firstDay graph.Day = 19723

// A story is what several articles tell: who speaks, what they say, and a meeting.
type story struct {
	day        graph.Day // when its first article appears; the others follow day by day
	cast       []int     // people, all different
	countries  []int     // two, different
	place      int
	utterances []utterance
	meeting    graph.Day // planned for the day; in articles from then on it has been
	calledOff  bool      // … or has been called off
	other      deed      // something else that happened, before the story
	happened   graph.Day // when
}

// An utterance is what one of the cast says, free of wording.
type utterance struct {
	speaker       int // index into the cast
	country       int
	organization  int
	noun          string
	verb, refused string
}

// A deed is something that one country does to another.
type deed struct{ kind, label, words string }

var deeds = []deed{
	{"SANCTION", "sanctions", "imposed sanctions on"},
	{"AID", "aid", "sent food aid to"},
	{"AGREE", "agreement", "signed an agreement with"},
	{"REJECT", "rejection", "rejected an offer from"},
	{"THREATEN", "threat", "threatened to cut off"},
	{"ACCUSE", "complaint", "filed a complaint against"},
	{"SUPPORT", "recognition", "voiced support for"},
	{"MOBILIZE", "troop movement", "moved troops to the border with"},
}

func (g *Gen) story(i int) story {
	r := g.rand("story", i/articlesPerStory, 0)
	s := story{
		day:       firstDay + graph.Day(r.IntN(g.options.Days)),
		cast:      distinct(r, g.anyone, 3),
		countries: distinct(r, g.anyCountry, 2),
		place:     g.anyPlace.draw(r),
		calledOff: chance(r, 3),
		other:     pick(r, deeds),
	}
	s.meeting = s.day + 1 + graph.Day(r.IntN(2))
	s.happened = s.day - 1 - graph.Day(r.IntN(40))
	for k := range 4 {
		s.utterances = append(s.utterances, utterance{
			speaker:      k % len(s.cast),
			country:      s.countries[r.IntN(2)],
			organization: g.anyOrganization.draw(r),
			noun:         pick(r, nouns),
			verb:         pick(r, verbs),
			refused:      pick(r, verbs),
		})
	}
	return s
}

// distinct draws n different ranks.
func distinct(r *rand.Rand, z zipf, n int) []int {
	seen := make(map[int]bool, n)
	var all []int
	for len(all) < n {
		if k := z.draw(r); !seen[k] {
			seen[k] = true
			all = append(all, k)
		}
	}
	return all
}
