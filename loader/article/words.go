package article

import "strings"

// The lists below are closed classes of the language and of the page: what sites of
// every kind print around a story. None of them names a person, outlet or story.

// particles stand within names.
var particles = set(`al bin bint da de del della den der di dos du el ibn la le van von y`)

// notNames are words that stand capitalised in labels and never in a person's name.
var notNames = set(`a about ad advertisement agency all also and app archive article
	agencies articles author avatar back bureau by category click comment comments contact continue cookie
	copy copyright correspondent council cover daily desk details download editor editorial editors email exclusive
	facebook feed follow for from full gallery google here home hot image instagram in
	interview january february march april june july august september october november
	december monday tuesday wednesday thursday friday saturday sunday latest link linkedin live
	load log login media menu minister more most name network new news newsletter next no note
	of office on opinion our photo photos picture policy politics popular post president
	press previous print privacy read recommended related reply report reporter rights
	search section see share show sign source sponsored sports staff stories story
	subscribe subtitle team university summary support tag tags telegram terms the time times to today top
	trending twitter update updated us video videos view views watch weather whatsapp what why world
	writer you your youtube`)

// genres are what kind of article a line above the headline calls it.
var genres = set(`analysis commentary explainer exclusive feature features interview live opinion perspective profile q&a`)

// pressRoles are what those who make a publication are called.
var pressRoles = set(`author blogger columnist contributor copywriter correspondent editor
	editor-in-chief freelancer intern journalist newscaster newsreader photographer
	photojournalist producer reporter writer`)

// outletWords are words that names of outlets end with or hold.
var outletWords = set(`advertiser agency argus bulletin chronicle courant courier daily dispatch echo
	examiner express gazette globe guardian herald independent inquirer journal ledger
	magazine mail mercury mirror monitor network news observer post press radio record
	review sentinel standard star sun telegraph times today tribune tv voice weekly wire`)

// verbs are finite verbs that tell a sentence from a label, beside words in "-ed".
var verbs = set(`am are became began came can could did do does gave goes got had has have
	held is kept knew led left lost made may met might must put ran said saw says sent
	shall should spoke stood tells thinks told took wants was went were will won would
	wrote`)

// widgets are whole lines that pages print around a story, folded, with the reason each
// is marked with.
var widgets = reasons(map[string]string{
	"comment widget": `comment|comments|post a comment|leave a comment|add a comment|write a comment|
		no comments|no comments yet|leave a reply|join the conversation|join the discussion|
		view comments|show comments|log in to comment|comments are closed|reply`,
	"share widget": `share|share this|share this article|share this story|share article|share on facebook|
		share on twitter|share on x|share on whatsapp|share on telegram|share via email|copy link|
		copy url|print|print this article|email|email this|save|save article|facebook|twitter|
		whatsapp|telegram|linkedin|instagram|youtube|tiktok|reddit|follow us|follow|listen|
		listen to this article|listen to article|gift this article`,
	"advertisement": `advertisement|advertising|ad|ads|sponsored|sponsored content|promoted content|
		paid content|story continues below advertisement|article continues below|
		article continues after advertisement|skip advertisement|continue reading`,
	"subscription prompt": `subscribe|subscribe now|subscribe to our newsletter|sign up|sign up now|
		sign in|log in|register|sign up for our newsletter|newsletter|newsletters|
		get the newsletter|join us|support us|donate|become a member|become a subscriber`,
	"site navigation": `home|news|news feed|newsfeed|menu|search|back|back to top|next|previous|
		next article|previous article|next story|previous story|main page|all news|read more|
		read full story|read the full story|show more|see more|load more|view more|view all|
		see all|show all|skip to content|skip to main content|contact us|about us|privacy policy|
		terms of use|terms and conditions|cookie policy|cookie settings|accept cookies|
		loading|table of contents|in this article`,
	"image placeholder": `image|article image|avatar|photo|picture|thumbnail|author image|author photo|
		author avatar|image caption|play video|watch video|video|gallery|enlarge image|
		view image|open image in gallery`,
})

// relatedLabels head a list of other stories.
var relatedLabels = reasons(map[string]string{
	"related stories": `related|related stories|related articles|related news|related topics|related content|
		read also|also read|read next|see also|more stories|more news|more on this|
		more on this story|more on this topic|more from this section|most read|most popular|
		popular|trending|trending now|latest news|latest stories|latest|top stories|
		recommended|recommended for you|recommended stories|you may also like|
		you might also like|you may like|up next|don't miss|editor's picks|editors' picks|
		in other news|other news|recent posts|around the web|from the web`,
})

// disclaimers are turns by which an editorial office speaks of a text, folded.
var disclaimers = []string{
	"all rights reserved", "do not necessarily reflect", "does not necessarily reflect",
	"do not necessarily represent", "does not necessarily represent", "may not reflect the",
	"not necessarily those of", "not necessarily share", "not always share", "views expressed in", "opinions expressed in",
	"views expressed are", "opinions expressed are", "author's own", "author’s own", "authors' own",
	"was originally published", "was first published", "originally appeared", "first appeared on",
	"this story has been updated", "this article has been updated", "this story was updated",
	"this article was updated", "this is a developing story", "may not be reproduced", "reproduction without",
	"responsible for the content", "bears no responsibility", "is not responsible for", "republished with permission",
	"republished from", "creative commons licen",
}

// invitations are beginnings of lines that ask the reader of the site for something and
// that no story has, folded.
var invitations = []string{
	"subscribe to ", "sign up ", "follow us ", "join our ", "click here", "tap here", "download our", "download the app",
	"support our ", "support independent", "become a member", "become a patron", "become a subscriber",
	"listen to the full", "listen and subscribe", "register now", "register for free", "start your free", "try it free",
	"get unlimited", "share this story", "share this article", "create a free account", "already a subscriber",
}

// prompts are further ones, which only below a story are no part of it.
var prompts = []string{
	"follow our ", "download the ", "if you like our", "if you enjoyed", "if you find a", "if you notice", "if you have found",
	"found a typo", "found a mistake", "noticed an error", "spotted an error", "make a donation", "donate to", "read more about",
	"read also", "share your", "let us know", "get the latest", "get our ", "stay up to date", "stay informed",
	"this website uses", "this site uses", "we use cookies", "your email address will not", "required fields are",
	"log in to", "you must be logged in", "have a tip", "contact us at", "register to",
}

// reasons turns lists, folded and divided by bars, into a map from entry to reason.
func reasons(lists map[string]string) map[string]string {
	m := map[string]string{}
	for reason, list := range lists {
		for _, entry := range splitBars(list) {
			m[entry] = reason
		}
	}
	return m
}

func splitBars(list string) []string {
	var entries []string
	for _, e := range strings.Split(list, "|") {
		entries = append(entries, strings.TrimSpace(e))
	}
	return entries
}
