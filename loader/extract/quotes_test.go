package extract

import (
	"strings"
	"testing"

	"newsgraph/loader/article"
)

// quotationCases are texts with the statements wanted of them: the kind, who says it ("?"
// where nobody is named, in marks who has no name) and the content, a line each; "> "
// before one that stands in another.
var quotationCases = []struct{ why, text, want string }{
	// Where the attribution stands.
	{"behind, in its usual order", "“The bridge is safe,” Ada Okoye said.", "direct Ada Okoye: The bridge is safe,"},
	{"behind, inverted, with a description", "“The bridge is safe,” said Ada Okoye, an engineer from Lima.", "direct Ada Okoye: The bridge is safe,"},
	{"in front, and somebody else speaks on", "Ada Okoye asked: “Is the bridge safe?” Tomas Brandt said he was in Lima.", "direct Ada Okoye: Is the bridge safe?"},
	{"behind, by somebody else's lawyer", "“The bridge is safe,” said Brandt’s lawyer Ada Okoye.", "direct Ada Okoye: The bridge is safe,"},
	{"behind, by the head of a company named like a person", "“The bridge is safe,” said Brandt chief executive Ada Okoye.", "direct Ada Okoye: The bridge is safe,"},
	{"in front, with a comma", "Ada Okoye said, “The bridge is safe.”", "direct Ada Okoye: The bridge is safe."},
	{"in front, with a colon", "Ada Okoye told the committee: “The bridge is safe.”", "direct Ada Okoye: The bridge is safe."},
	{"in between, and a sentence of its own after it", "“The bridge is safe,” said Ada Okoye. “We tested it twice.”", "direct Ada Okoye: The bridge is safe, … We tested it twice."},
	{"of a question", "“Who paid for the bridge?” asked Ada Okoye.", "direct Ada Okoye: Who paid for the bridge?"},
	{"marks before the comma, as in British papers", "‘The bridge is safe’, said Ada Okoye.", "direct Ada Okoye: The bridge is safe"},
	{"in the sentence before, which tells of speech", "Ada Okoye spoke to reporters after the vote. “The bridge was never safe,” they heard.", ""},
	{"in the next paragraph, a pronoun", "Tomas Brandt, a lawyer, came to Lima on Monday.\n\n“The bridge is safe,” he told the court.", "direct Tomas Brandt: The bridge is safe,"},
	{"signed", "“The bridge is safe.” — Ada Okoye", "direct Ada Okoye: The bridge is safe."},
	{"in front, with a participle", "Ada Okoye left the room, saying, “The bridge is safe.”", "direct Ada Okoye: The bridge is safe."},
	{"in between", "“The bridge,” said Ada Okoye on Monday, “is safe.”", "direct Ada Okoye: The bridge, … is safe."},
	{"in the sentence before", "Ada Okoye was blunt. “The bridge was never safe and everyone here knew it.”", "direct Ada Okoye: The bridge was never safe and everyone here knew it."},
	{"in the sentence before, by what she is and her name", "“Is the bridge safe?” The mayor, Ada Okoye, shook her head. “It never was and everyone knew it.”", "direct Ada Okoye: It never was and everyone knew it."},
	{"in the sentence before, with a colon", "Ada Okoye had one answer to all of this: “The bridge is safe.”", "direct Ada Okoye: The bridge is safe."},
	{"of a nominal cue", "Ada Okoye’s reply was short: “The bridge is safe.”", "direct Ada Okoye: The bridge is safe."},
	{"according to", "“The bridge is safe and it will stay open,” according to Ada Okoye.", "direct Ada Okoye: The bridge is safe and it will stay open,"},
	// Several paragraphs.
	{"reopened in each paragraph, closed once", "Ada Okoye said: “The bridge is safe.\n\n“We tested it twice.\n\n“Nothing moved.”", "direct Ada Okoye: The bridge is safe. … We tested it twice. … Nothing moved."},
	{"attributed in the first of two paragraphs", "“The bridge is safe,” said Ada Okoye. “We tested it twice.\n\n“Nothing moved.”", "direct Ada Okoye: The bridge is safe, … We tested it twice. … Nothing moved."},
	{"another speaker after it", "“The bridge is safe,” said Ada Okoye.\n\n“It is not,” said Tomas Brandt.", "direct Ada Okoye: The bridge is safe,\ndirect Tomas Brandt: It is not,"},
	{"straight marks", "\"The bridge is safe,\" said Ada Okoye. \"We tested it twice.\n\n\"Nothing moved.\"", "direct Ada Okoye: The bridge is safe, … We tested it twice. … Nothing moved."},
	{"closed in each paragraph, nobody else between", "“The bridge is safe,” said Ada Okoye.\n\n“We tested it twice and nothing moved.”\n\n“It will stay open.”", "direct Ada Okoye: The bridge is safe,\ndirect Ada Okoye: We tested it twice and nothing moved. … It will stay open."},
	{"attributed in the last of its paragraphs", "“The bridge is safe.\n\n“We tested it twice.\n\n“Nothing moved,” Ada Okoye said.", "direct Ada Okoye: The bridge is safe. … We tested it twice. … Nothing moved,"},
	{"announced, and attributed in the last of its paragraphs", "Ada Okoye was blunt. “The bridge is safe and I know it.\n\n“We tested it twice,” she told Tomas Brandt.", "direct Ada Okoye: The bridge is safe and I know it. … We tested it twice,"},
	{"a mark of another kind that is never closed", "\"Ada Okoye took the stage on Monday.\n\n“The bridge is safe,” Ada Okoye said.", "direct Ada Okoye: The bridge is safe,"},
	// Somebody else's quotation behind one.
	{"signed: the next ones are not hers", "“The bridge is safe.” — Ada Okoye. At the gate a banner read “Keep our water.”", "direct Ada Okoye: The bridge is safe.\ndirect “a banner”: Keep our water."},
	{"signed, and another one signed", "“The bridge is safe.” — Ada Okoye. “It never was and you know it.” — Tomas Brandt. “That is a lie and it hurts.”", "direct Ada Okoye: The bridge is safe.\ndirect Tomas Brandt: It never was and you know it."},
	{"another person is the subject between", "“The bridge is safe,” Ada Okoye said. Tomas Brandt shook his head. “It shook all night.”", "direct Ada Okoye: The bridge is safe,\ndirect Tomas Brandt: It shook all night."},
	{"somebody new is the subject between", "“The bridge is safe,” Ada Okoye said. A fisherman interrupted her. “It shook all night.”", "direct Ada Okoye: The bridge is safe,"},
	{"another woman is the subject between", "“The bridge is safe,” Ada Okoye said. A neighbour came. “It shook all night,” he said. Okoye nodded. “All night.”", "direct Ada Okoye: The bridge is safe,\ndirect “A neighbour”: It shook all night,"},
	{"one behind the other, as two people talk", "Ada Okoye came. “It is safe,” she said. “It never was.” “Then who built it?”", "direct Ada Okoye: It is safe, … It never was."},
	{"something new is the subject between", "“The bridge is safe,” Ada Okoye said. A vote on it is due in May. “It will stay open.”", "direct Ada Okoye: The bridge is safe, … It will stay open."},
	{"she is the subject between", "“The bridge is safe,” Ada Okoye said. Okoye built it. “It will stay open.”", "direct Ada Okoye: The bridge is safe, … It will stay open."},
	// Wrong marks.
	{"never closed: ends with its paragraph", "“The bridge is safe, said Ada Okoye.\n\nTomas Brandt said, “It is not.”", "direct Tomas Brandt: It is not."},
	{"opened with a closing mark", "”The bridge is safe,” said Ada Okoye.", "direct Ada Okoye: The bridge is safe,"},
	{"straight and curly", "\"The bridge is safe,” said Ada Okoye.", "direct Ada Okoye: The bridge is safe,"},
	{"marks of the wires", "``The bridge is safe,'' said Ada Okoye. ''We tested it twice.''", "direct Ada Okoye: The bridge is safe, … We tested it twice."},
	{"guillemets", "«The bridge is safe», said Ada Okoye.", "direct Ada Okoye: The bridge is safe"},
	{"blanks inside the marks", "“ The bridge is safe, ” said Ada Okoye.", "direct Ada Okoye: The bridge is safe,"},
	{"closed twice", "“The bridge is safe,”” said Ada Okoye. Tomas Brandt said, “It is not.”", "direct Ada Okoye: The bridge is safe,\ndirect Tomas Brandt: It is not."},
	// Quotations inside quotations.
	{"a verb joined to its subject", "“He’s often told us, ‘Nobody will pay for this,’” Ada Okoye recalled.", "direct Ada Okoye: He’s often told us, ‘Nobody will pay for this,’\n> direct ?: Nobody will pay for this,"},
	{"a title inside", "“I read ‘A Bridge to Lima’ as a child and loved it,” Ada Okoye said.", "direct Ada Okoye: I read ‘A Bridge to Lima’ as a child and loved it,"},
	{"a term inside", "“They call this ‘progress’ and send us the bill,” Ada Okoye said.", "direct Ada Okoye: They call this ‘progress’ and send us the bill,"},
	{"attributed inside", "“The mayor told me, ‘The bridge is safe,’ and I believed him,” Ada Okoye said.", "direct Ada Okoye: The mayor told me, ‘The bridge is safe,’ and I believed him,\n> direct “The mayor”: The bridge is safe,"},
	{"attributed inside to one who is named", "“Then Tomas Brandt said, ‘Nobody will pay for this,’” Ada Okoye recalled.", "direct Ada Okoye: Then Tomas Brandt said, ‘Nobody will pay for this,’\n> direct Tomas Brandt: Nobody will pay for this,"},
	{"double inside single", "'The mayor said, \"The bridge is safe,\" and left,' said Ada Okoye.", "direct Ada Okoye: The mayor said, \"The bridge is safe,\" and left,\n> direct “The mayor”: The bridge is safe,"},
	// Not statements.
	{"a scare quote", "The so-called “miracle” bridge opened in Peru.", ""},
	{"a nickname", "Tomas “The Hammer” Brandt opened the bridge.", ""},
	{"a slogan", "Hundreds marched under the slogan “Bridges, not walls” on Monday.", ""},
	{"a term", "Engineers use the word “fatigue” for this kind of damage.", ""},
	{"a sign", "A sign at the gate reads “No Entry.”", ""},
	{"fragments in a paraphrase", "Ada Okoye said the bridge was “a disgrace” and “a danger to us all.”", "mixed Ada Okoye: the bridge was “a disgrace” and “a danger to us all.”"},
	{"a longer part in a paraphrase", "Ada Okoye said that the council “had known of the cracks for years and done nothing.”", "mixed Ada Okoye: the council “had known of the cracks for years and done nothing.”"},
	{"a title of a work", "Ada Okoye wrote the novel “The Bridge Is Safe” in Lima.", ""},
	// Turns of an interview.
	{"turns by name", "Ada Okoye and Tomas Brandt spoke on Monday.\n\nOkoye: The bridge is safe. We tested it.\n\nBrandt: Nobody asked us.\n\nOkoye: You were asked twice.", "direct Ada Okoye: The bridge is safe. We tested it.\ndirect Tomas Brandt: Nobody asked us.\ndirect Ada Okoye: You were asked twice."},
	{"turns in capitals", "The host Ada Okoye spoke to Senator Tomas Brandt.\n\nOKOYE: Is the bridge safe?\n\nBRANDT: It is safe. We tested it twice.\n\n(CROSSTALK)\n\nOKOYE: By whom?", "direct Ada Okoye: Is the bridge safe?\ndirect Tomas Brandt: It is safe. We tested it twice.\ndirect Ada Okoye: By whom?"},
	{"turns of people who are named nowhere else", "MIRA HALONEN: Is the bridge safe?\n\nPEDRO SALCEDO: It is safe.\n\nHALONEN: Who says so?", "direct MIRA HALONEN: Is the bridge safe?\ndirect PEDRO SALCEDO: It is safe.\ndirect MIRA HALONEN: Who says so?"},
	{"question and answer", "Lanterna met the engineer Ada Okoye in Lima.\n\nQ: Is the bridge safe?\n\nA: It is safe. We tested it twice.\n\nQ: Who paid for that?\n\nA: The city did.", "direct ?: Is the bridge safe?\ndirect Ada Okoye: It is safe. We tested it twice.\ndirect ?: Who paid for that?\ndirect Ada Okoye: The city did."},
	{"question and answer with periods", "Lanterna met the engineer Ada Okoye in Lima.\n\nQ. When did you test the bridge?\n\nA. We tested it twice.\n\nQ. Who paid for that?\n\nA. The city did.", "direct ?: When did you test the bridge?\ndirect Ada Okoye: We tested it twice.\ndirect ?: Who paid for that?\ndirect Ada Okoye: The city did."},
	{"turns with initials", "Ada Okoye spoke to Senator Tomas Brandt for an hour.\n\nAO: Is the bridge safe?\n\nTB: It is safe. We tested it twice.\n\nAO: By whom?", "direct Ada Okoye: Is the bridge safe?\ndirect Tomas Brandt: It is safe. We tested it twice.\ndirect Ada Okoye: By whom?"},
	{"an interviewer without a name", "Interviewer: Is the bridge safe?\n\nAda Okoye: It is safe. We tested it twice.\n\nInterviewer: Who paid for that?\n\nAda Okoye: The city did.", "direct “Interviewer”: Is the bridge safe?\ndirect Ada Okoye: It is safe. We tested it twice.\ndirect “Interviewer”: Who paid for that?\ndirect Ada Okoye: The city did."},
	{"questions without labels", "The engineer Ada Okoye built the bridge. She took our questions in Lima.\n\nDid you test the bridge?\n\nI tested it twice.\n\nWere you paid for that?\n\nNot yet. My lawyers are at work.\n\nWould you build it again?\n\nI would, and so would we all.", "direct Ada Okoye: I tested it twice.\ndirect Ada Okoye: Not yet. My lawyers are at work.\ndirect Ada Okoye: I would, and so would we all."},
	{"questions of an opinion", "The engineer Ada Okoye built the bridge.\n\nWho tested it?\n\nAda Okoye says that I should ask the city.\n\nWho paid?\n\nNobody will tell you.\n\nWhat now?\n\nI do not know.", ""},
	{"no turn behind a verb of speech", "Ada Okoye and Tomas Brandt spoke on Monday.\n\nAda Okoye, who chairs the board, said: I am glad.\n\nTomas Brandt, a lawyer, replied: You are not.", ""},
	{"a turn goes on in the next paragraph", "MODERATOR: Is the bridge safe?\n\nOKOYE: It is safe.\n\nWe tested it twice, and nothing moved.\n\nMODERATOR: Thank you.", "direct “MODERATOR”: Is the bridge safe?\ndirect “OKOYE”: It is safe. … We tested it twice, and nothing moved.\ndirect “MODERATOR”: Thank you."},
	{"the first turn is the title, and goes on", "OKOYE: I welcome you. The bridge is back.\n\nTwo guests are with me in the studio tonight.\n\nBRANDT: It is safe. We tested it twice.\n\nOKOYE: You did not.", "direct “OKOYE”: I welcome you. The bridge is back. … Two guests are with me in the studio tonight.\ndirect “BRANDT”: It is safe. We tested it twice.\ndirect “OKOYE”: You did not."},
	{"a title that names who takes part is no turn", "Okoye: Bridge Will Stay Shut\n\nAda Okoye spoke to Tomas Brandt.\n\nBrandt: It is safe. We tested it.\n\nOkoye: Did you?\n\nBrandt: I did.", "direct Tomas Brandt: It is safe. We tested it.\ndirect Ada Okoye: Did you?\ndirect Tomas Brandt: I did."},
	{"the first turn is the title, and is one statement", "Ada Okoye: “Is the bridge safe?”\n\nTomas Brandt: “We tested it twice.”", "direct Ada Okoye: Is the bridge safe?\ndirect Tomas Brandt: We tested it twice."},
	{"the first question is the title", "Q: Did you test the bridge?\n\nWe asked the engineer Ada Okoye.\n\nA: I tested it twice.\n\nQ: Who paid you?\n\nA: The city.", "direct ?: Did you test the bridge? … We asked the engineer Ada Okoye.\ndirect Ada Okoye: I tested it twice.\ndirect ?: Who paid you?\ndirect Ada Okoye: The city."},
	{"a label of two words that comes again", "Xandu Weir: Is it safe?\n\nAda Okoye: It is safe. We tested it twice.\n\nXandu Weir: Who says so?\n\nAda Okoye: I do.", "direct “Xandu Weir”: Is it safe?\ndirect Ada Okoye: It is safe. We tested it twice.\ndirect “Xandu Weir”: Who says so?\ndirect Ada Okoye: I do."},
	{"labels that are no speakers", "Note: The bridge opened in May.\n\nUpdate: It is shut again.\n\nPhoto: The bridge at night.", ""},
	{"headings with a colon", "Peru: What we know so far\n\nThe bridge fell on Monday.\n\nChad: What happens next\n\nThe bridge stays shut.", ""},
	{"one person who speaks", "The engineers Ada Okoye and Tomas Brandt were asked.\n\nAda Okoye: I would walk over it with my children. It is safe.", "direct Ada Okoye: I would walk over it with my children. It is safe."},
	{"a list of people", "Who is who at the bridge.\n\nAda Okoye: The engineer who built it. She was born in Lima.\n\nTomas Brandt: The lawyer of the city.\n\nMira Halonen: The judge.", ""},
	// Blocks without marks.
	{"a block after a colon", "In a letter to the council, Ada Okoye wrote:\n\nThe bridge is safe and it will stay open.\n\nThe council met on Monday.", "direct Ada Okoye: The bridge is safe and it will stay open."},
	{"a block of several paragraphs in the first person", "In a letter to the council, Ada Okoye wrote:\n\nI built the bridge. I will not be silent.\n\nWe were promised a test.\n\nThe council met on Monday.", "direct Ada Okoye: I built the bridge. I will not be silent. … We were promised a test."},
	{"a block that is indented", "Ada Okoye read a statement to the council on Monday:\n\n    The bridge is safe.\n\n    It was tested twice.\n\nThe council met again.", "direct Ada Okoye: The bridge is safe. … It was tested twice."},
	{"a block with marks at its lines", "Tomas Brandt answered in a post on his page:\n\n> The bridge is safe.\n\n> Those who doubt it have never seen it.\n\nAda Okoye had asked him.", "direct Tomas Brandt: The bridge is safe. … Those who doubt it have never seen it."},
	{"a block down to its signature", "A letter from Ada Okoye reads in full:\n\nDear council,\n\nNobody asked us.\n\nThe bridge is shut.\n\n— Ada Okoye, engineer\n\nThe council met on Monday.", "direct Ada Okoye: Dear council, … Nobody asked us. … The bridge is shut."},
	{"a block after the text that follows", "Mayor Tomas Brandt issued the following statement:\n\nIt is with sadness that we learn of her death. She was a friend of the town.\n\nAda Okoye died on Monday.", "direct Tomas Brandt: It is with sadness that we learn of her death. She was a friend of the town."},
	{"a block that denies something else", "Tomas Brandt rejected the criticism in a letter:\n\nI asked for two pumps in May.\n\nThe council met on Monday.", "direct Tomas Brandt: I asked for two pumps in May."},
	{"a block down to its close", "Below is the letter that Ada Okoye sent to the council:\n\nDear council,\n\nI built the bridge. I ask you to test it.\n\nYours sincerely,\n\nAda Okoye\n\nThe council met on Monday.", "direct Ada Okoye: Dear council, … I built the bridge. I ask you to test it."},
	{"a text that is named, and it between marks", "The engineer, Ada Okoye, issued a statement on Monday. It read:\n\n“We built the bridge.\n\n“It is safe.”", "direct Ada Okoye: We built the bridge. … It is safe."},
	{"opened by nobody, and carried on", "Ada Okoye said, “I am glad.”\n\nThe note on the door was long.\n\nNobody knew who wrote it.\n\n“The bridge is shut.\n\n“Go round.”", "direct Ada Okoye: I am glad."},
	{"the points of a report", "Ada Okoye's report, published on Friday, says:\n\n• The hull is sound.\n\n• The engines are not.\n\nThe council met on Monday.", "direct Ada Okoye: The hull is sound. … The engines are not."},
	{"a block that is signed", "The council published a letter.\n\nI built the bridge, and I will not be silent.\n\n— Ada Okoye, engineer\n\nThe council met on Monday.", "direct Ada Okoye: I built the bridge, and I will not be silent."},
	{"who signs the story is its author", "The council met on Monday, and we were there.\n\n— Ada Okoye", ""},
	{"a list that nobody says", "Three points stand in the letter from Ada Okoye:\n\nThe bridge is shut.\n\nThe town pays.\n\nThe council met on Monday.", ""},
	// Headlines.
	{"a headline's quotation", "‘The bridge is safe’: Ada Okoye defends her work\n\nThe engineer spoke on Monday.", "direct Ada Okoye: The bridge is safe"},
	{"a headline's speaker in front", "Ada Okoye: ‘The bridge is safe’\n\nThe engineer spoke on Monday.", "direct Ada Okoye: The bridge is safe"},
	{"a title that says whose it is", "Okoye: Bridge will stay shut\n\nThe engineer Ada Okoye spoke on Monday.", ""},
	// Who else stands there.
	{"the reporter's outlet is not the speaker", "“The bridge is safe,” Ada Okoye told Lanterna.", "direct Ada Okoye: The bridge is safe,"},
	{"someone quoted by another", "“The bridge is safe,” the agency quoted Ada Okoye as saying.", "direct Ada Okoye: The bridge is safe,"},
	{"an unnamed speaker", "“The bridge is safe,” said a city official, who asked not to be named.", "direct “a city official”: The bridge is safe,"},
	{"a woman without a name between: she is not the one named before", "Ada Okoye built the bridge.\n\nA woman came to look at it on Monday. “It shakes at night and nobody sleeps,” she said.", "direct “A woman”: It shakes at night and nobody sleeps,"},
	{"a long quotation between the pronoun and its speaker", "Ada Okoye spoke on Monday.\n\n“The bridge is safe. We tested it. We drove over it. We slept on it. Nothing moved. Nothing will,” she said.", "direct Ada Okoye: The bridge is safe. We tested it. We drove over it. We slept on it. Nothing moved. Nothing will,"},
	{"a body", "“The bridge is safe,” the Ministry of Transport said in a statement.", "direct Ministry of Transport: The bridge is safe,"},
}

func TestQuotations(t *testing.T) {
	x := newExtractor(t)
	for _, test := range quotationCases {
		doc, err := x.Extract(article.Article{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, doc)
		if got := quotationsOf(doc); got != test.want {
			t.Errorf("%s\n%s\n got:\n%s\nwant:\n%s", test.why, test.text, got, test.want)
		}
	}
}

// quotationsOf writes the direct and mixed statements as quotationCases have them.
func quotationsOf(doc *Document) string {
	names := make(map[string]string)
	for _, e := range doc.Entities {
		names[e.ID] = e.Name
	}
	text := []rune(doc.Article.Text)
	var lines []string
	for _, s := range doc.Statements {
		if s.Kind == "indirect" {
			continue
		}
		line := s.Kind + " "
		if s.NestedIn != nil {
			line = "> " + line
		}
		switch {
		case s.Speaker.Entity != nil:
			line += names[*s.Speaker.Entity]
		case s.Speaker.Unnamed != nil:
			line += "“" + *s.Speaker.Unnamed + "”"
		default:
			line += "?"
		}
		line += ": " + s.Text
		for _, more := range s.More {
			line += " … " + string(text[more[0]:more[1]])
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
