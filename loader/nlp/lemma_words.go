package nlp

import "strings"

// A formOf is a form with the tag under which it has a lemma of its own.
type formOf struct {
	form string
	tag  Tag
}

// functionWords are the forms of the closed classes.
var functionWords = func() map[formOf]string {
	m := make(map[formOf]string)
	for tag, list := range map[Tag]string{
		TagPRP:  "i/I me/I them/they 'em/they em/they him/he us/we her/she 's/we mine/my yours/your theirs/their ours/our hers/her ya/you y'/you thee/thou",
		TagPRPS: "ya/your yer/your",
		TagDT:   "an/a these/this those/that th'/the",
		TagMD:   "'ll/will ca/can 'd/would wo/will ll/will sha/shall d/would",
		TagPOS:  "'/'s s/'s",
		TagRB:   "n't/not nt/not n/not aka/a.k.a.",
		TagRBR:  "worse/badly",
		TagIN:   "a/of ta/of vs./versus vs/versus til/till 'til/till altho/although c./circa ca./circa",
		TagWP:   "whom/who",
		TagTO:   "na/to ta/to a/to",
		TagCC:   "n/and 'n/and 'n'/and",
		TagUH:   "ok/OK",
		TagJJ:   "others/other further/far",
		TagNN:   "pm/p.m. am/a.m. p.m/p.m. a.m/a.m. tv/TV",
		TagVBP:  "'re/be 'm/be am/be are/be 've/have ai/be re/be m/be ve/have 'd/have r/be",
		TagVBG:  "gon/go putting/put setting/set sitting/sit hitting/hit cutting/cut getting/get letting/let",
		TagVBZ:  "is/be has/have does/do ai/be goes/go",
		TagVBD:  "lay/lie 'd/have d/have was/be were/be did/do had/have",
		TagVB:   "'ve/have ve/have of/have wan/want",
	} {
		for pair := range strings.FieldsSeq(list) {
			form, base, _ := strings.Cut(pair, "/")
			m[formOf{form, tag}] = base
		}
	}
	return m
}()

// reducedVerbs are base forms in the spelling of speech.
var reducedVerbs = map[string]string{"gon": "go", "wan": "want", "got": "get", "lem": "let", "gim": "give", "were": "be"}

// forms reads lines of a base and its forms, "/" between lines.
func forms(list string) map[string]string {
	m := make(map[string]string)
	for line := range strings.SplitSeq(list, "/") {
		words := strings.Fields(line)
		for _, form := range words[1:] {
			m[form] = words[0]
		}
	}
	return m
}

// irregularVerbs are the past forms, and what else no rule gives, of the irregular verbs
// of English, and regular ones that the rules would get wrong.
var irregularVerbs = forms(`be am is are was were been being / have has had having / do does did done / go goes went gone
/ abide abode / arise arose arisen / awake awoke awoken / bear bore borne born / beat beaten / become became / befall befell befallen
/ begin began begun / behold beheld / bend bent / beseech besought / bet bet / bid bade bidden bid / bind bound / bite bit bitten
/ bleed bled / blow blew blown / break broke broken / breed bred / bring brought / broadcast broadcast / build built / burn burnt
/ burst burst / buy bought / cast cast / catch caught / choose chose chosen / cling clung / come came / cost cost / creep crept
/ cut cut / deal dealt / dig dug / draw drew drawn / dream dreamt / drink drank drunk / drive drove driven / dwell dwelt
/ eat ate eaten / fall fell fallen / feed fed / feel felt / fight fought / find found / flee fled / fling flung / fly flew flown
/ forbid forbade forbidden / forecast forecast / foresee foresaw foreseen / forget forgot forgotten / forgive forgave forgiven
/ forgo forwent forgone / forsake forsook forsaken / freeze froze frozen / get got gotten / give gave given / grind ground
/ grow grew grown / hang hung / hear heard / hide hid hidden / hit hit / hold held / hurt hurt / keep kept / kneel knelt
/ know knew known / lay laid / lead led / lean leant / leap leapt / learn learnt / leave left / lend lent / let let
/ lie lain lying lied / light lit / lose lost / make made / mean meant / meet met / mislead misled / mistake mistook mistaken
/ misunderstand misunderstood / mow mown / offset offset / outdo outdid outdone / outgrow outgrew outgrown / overcome overcame
/ overdo overdid overdone / overhear overheard / override overrode overridden / overrun overran / oversee oversaw overseen
/ retake retook retaken
/ overtake overtook overtaken / overthrow overthrew overthrown / partake partook partaken / pay paid / plead pled / prove proven
/ put put / quit quit / read read / rebuild rebuilt / redo redid redone / remake remade / rend rent / repay repaid / resell resold
/ rethink rethought / rewrite rewrote rewritten / rid rid / ride rode ridden / ring rang rung / rise rose risen / run ran
/ saw sawn / say said / see saw seen / seek sought / sell sold / send sent / set set / sew sewn / shake shook shaken
/ shear shorn / shed shed / shine shone / shoot shot / show shown / shrink shrank shrunk / shut shut / sing sang sung
/ sink sank sunk / sit sat / slay slew slain / sleep slept / slide slid / sling slung / slit slit / smell smelt / sow sown
/ speak spoke spoken / speed sped / spell spelt / spend spent / spill spilt / spin spun / spit spat / split split / spoil spoilt
/ spread spread / spring sprang sprung / stand stood / steal stole stolen / stick stuck / sting stung / stink stank stunk
/ stride strode stridden / strike struck stricken / string strung / strive strove striven / swear swore sworn / sweep swept
/ swell swollen / swim swam swum / swing swung / take took taken / teach taught / tear tore torn / tell told / think thought
/ throw threw thrown / thrust thrust / tread trod trodden / undergo underwent undergone / understand understood
/ undertake undertook undertaken / undo undid undone / uphold upheld / upset upset / wake woke woken / wear wore worn
/ weave wove woven / wed wed / weep wept / wet wet / win won / wind wound / withdraw withdrew withdrawn / withhold withheld
/ withstand withstood / wring wrung / write wrote written
/ die died dying dies / tie tied tying ties / vie vied vying vies / untie untied / lie lies / belie belied belies / underlie underlay underlain underlying underlies
/ dye dyed dyeing / eye eyed eyeing / singe singeing / age ageing / owe owed owing / taxi taxied taxiing / ski skied / panic panicked panicking / mimic mimicked mimicking
/ picnic picnicked / traffic trafficked trafficking / use used using / bus bused busing / gas gassed / quiz quizzed / focus focused focusing focussed
/ bias biased / canvas canvased / veto vetoed vetoes / echo echoed echoes / go going / do doing / see seeing / axe axed / ache ached aching / lay laying
/ singe singed / free freed / bring bringing / ping pinged pinging / string stringing / sing singing / ring ringing / swing swinging / spring springing
/ cling clinging / fling flinging / sting stinging / wing winged / king kinged / program programmed programming / format formatted formatting / output outputting
/ combat combated combating / benefit benefited benefiting benefitted / worship worshipped worshipping / kidnap kidnapped kidnapping / input inputting`)

// irregularNouns are the plurals that no rule gives.
var irregularNouns = forms(`man men / woman women / child children / person people / foot feet / tooth teeth / goose geese / mouse mice / louse lice
/ ox oxen / die dice / penny pence / brother brethren / life lives / wife wives / knife knives / leaf leaves / half halves / wolf wolves
/ shelf shelves / thief thieves / calf calves / loaf loaves / elf elves / self selves / scarf scarves / hoof hooves / sheaf sheaves
/ housewife housewives / midwife midwives / themselves themselves / bookshelf bookshelves
/ analysis analyses / crisis crises / thesis theses / hypothesis hypotheses / basis bases / diagnosis diagnoses / oasis oases / emphasis emphases
/ parenthesis parentheses / synthesis syntheses / axis axes / prognosis prognoses / metamorphosis metamorphoses / neurosis neuroses / synopsis synopses
/ criterion criteria / phenomenon phenomena / bacterium bacteria / curriculum curricula / medium media / memorandum memoranda
/ stratum strata / spectrum spectra / referendum referenda / consortium consortia / symposium symposia / aquarium aquaria / ovum ova / erratum errata
/ stimulus stimuli / nucleus nuclei / fungus fungi / alumnus alumni / cactus cacti / syllabus syllabi / radius radii / locus loci / genus genera / corpus corpora
/ alga algae / larva larvae / formula formulae / antenna antennae / vertebra vertebrae / alumna alumnae / nebula nebulae
/ index indices / appendix appendices / matrix matrices / vertex vertices / vortex vortices / bureau bureaux / plateau plateaux / chateau chateaux
/ series series / species species / means means / headquarters headquarters / barracks barracks / thanks thanks / politics politics
/ news news / pants pants / trousers trousers / clothes clothes / glasses glasses / scissors scissors / outskirts outskirts / proceeds proceeds
/ remains remains / belongings belongings
/ congratulations congratulation / gas gases gasses / bus buses / quiz quizzes / lens lenses / plus pluses / iris irises / axe axes / passer-by passers-by / runner-up runners-up
/ spokesman spokesmen / spokeswoman spokeswomen / lie lies / tie ties / pie pies / shoe shoes / toe toes / foe foes / canoe canoes / woe woes / doe does / hoe hoes
/ movie movies / cookie cookies / ax axes / testis testes / photo photos / piano pianos / menu menus / ski skis / taxi taxis taxied taxiing / bikini bikinis / alibi alibis`)

// pluralNames are names that have no singular.
var pluralNames = wordSet(`netherlands philippines olympics paralympics maldives seychelles bahamas emirates commons alps andes
	hebrides himalayas times sox balkans cyclades rockies pyrenees carpathians`)

// irregularDegrees are the comparatives and superlatives that no rule gives.
var irregularDegrees = forms(`good better best / bad worse worst / far further furthest farther farthest / old elder eldest / more more / most most
/ less less / least least / lesser lesser / many many / late later latest / inner inner / outer outer / upper upper / former former / latter latter / utmost utmost
/ free freer freest / true truer truest / rather rather / few fewer fewest`)

// nounsInIE and verbsInIE are those in -ie whose plural or third person ends in -ies.
var (
	nounsInIE = suffixes("^movie ^cookie ^zombie ^calorie ^selfie ^rookie ^genie ^eerie ^prairie ^sortie ^veggie ^hippie ^birdie ^brownie ^freebie ^hoodie ^indie ^junkie ^newbie ^smoothie ^goalie ^boogie ^aussie ^eyrie ^laddie ^necktie ^magpie ^pixie ^talkie ^auntie ^caddie ^foodie ^oldie ^specie ^barbie", "")
	verbsInIE = suffixes("^die ^lie ^tie ^vie ^untie ^belie ^underlie", "")
)

// endsInES are stems, beyond those in x, ch, sh, ss, o, that take -es.
var endsInES = suffixes(`virus bonus campus status census focus bias atlas canvas consensus chorus circus fetus lotus minus nexus
	octopus onus opus prospectus sinus surplus syllabus walrus apparatus hiatus caucus exodus fungus genius radius ruckus stimulus ^ech beach reach teach coach peach preach bleach leach roach poach each broach detach attach attach spinach
	thesaurus abacus cactus iris trellis pancreas christmas alias gas bus abus quartz waltz blitz buzz fizz`, `abus ach ^nich ^psych avalanch ^to sho ^fo ^cano ^ho ^wo`)

// endsInE tells, by the longest ending that is listed, whether a stem that has lost -ed,
// -ing, -er or -est had an e at its end: "mak", "larg", and not "need", "young".
var endsInE = suffixes(`
	c v u ze us as is os ys ns rs ls ps dg rg lg ag eg ig og ug ang eng ung cring fring hing bing ting
	bl cl dl fl gl kl pl tl zl sl il ol ul ^scal ^inhal ^exhal ^whal ^pal ^stal
	ar ir or ur stor plor gnor ^bor dor snor ^adher interfer ^sever ^cohere ^er persever ^rever ^spher
	um am im ^com welcom becom overcom
	in ven cen phon pon condon ^clon ^wan ^ston ton thron ^hon ^zon un ^plan profan
	id ad od ud ced ced ^imped superced supersed seced
	at creat permeat delineat recreat procreat complet delet deplet compet secret excret obsolet
	writ invit ^cit unit excit ignit incit recit ^bit expedit xtradit dynamit reunit underwrit ^whit polit
	vot mot not quot dot ut lambast ^past ^tast ^wast ^hast rout rerout
	ak ik ok uk ap ip op yp up ib ob ub ab bath breath sooth ^cloth loath seeth
	^ax ^ow ^aw af ^lif ^knif ^wif yr yl yn ym z ^larg ^hous ^rous ^dous arous espous ^brows ^drows ^cach ^writh
	^ey ^ach`, `
	ous ss ius ocus ircus nus rus lus bias cas vas ias tz
	ring bring ring sing wing ning ving ling king ding ping ong oung ^hang ^overhang bang clang gang slang ^young ^long ^strong thing
	eil ail oil ool oul eal aul iel eel el ail al atrol ontrol fulfil patrol devil pencil council utensil civil peril evil tranquil
	ear air our oar oor eer ier eir er mor mur mirror tor sor thor bor vor nor lor chor jor ror ^abhor favor honor dinosaur
	aim eam oam oom eem eim oum victim claim team
	ain oin een ean oan oun oon ein uin aun own an en on  robin cabin margin bulletin orphan ruin bargain begin satin urin
	aid oid ead oad ood oud aud eed ied eid ^ad bread shed
	eat oat eet oot out iet uit eit ait ^debut format combat eat uet
	it et ot rit bit pit dit mit fit sit
	eak oak ook eek ouk awk
	eap oap eep oop oup eip gossip worship equip develop envelop gallop scallop hiccup wallop
	eab oob ff ief eaf oof oaf alog
	^tox ^vex ^relax ax ox ex ix show low row bow flow slow grow know throw tow allow follow borrow narrow shadow window yellow swallow
	ey ^key ^survey
	limit edit visit credit profit benefit exit`)

// endsInDouble are stems whose double consonant is their own.
var endsInDouble = wordSet("add err ebb egg butt purr putt inn odd mitt shirr whirr boycott watt")

// endsInLL are stems of several syllables whose double l is their own.
var endsInLL = suffixes("install enroll recall forestall fulfill appall overfill refill distill instill resell retell foretell instal befall unroll stroll reinstall misspell outsell overkill backfill landfill handball baseball small pinball", "")

// suffixes returns a list of endings: those that are, and those that are not. A word of
// its own begins with "^".
func suffixes(are, areNot string) map[string]bool {
	m := make(map[string]bool)
	for ending := range strings.FieldsSeq(areNot) {
		m[ending] = false
	}
	for ending := range strings.FieldsSeq(are) {
		if _, ok := m[ending]; !ok {
			m[ending] = true
		}
	}
	return m
}

// isNational reports whether the word, in lower case, is the adjective of a country, a
// people or a religion, which keeps its capital.
func isNational(word string) bool {
	return lookup(nationals, word) || strings.HasSuffix(word, "ese") && len(word) > 6
}

var nationals = wordSet(`american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian
	greek turkish russian ukrainian polish czech slovak hungarian romanian bulgarian serbian croatian bosnian albanian slovenian swedish
	norwegian danish finnish icelandic estonian latvian lithuanian european african asian arab arabic israeli palestinian jordanian syrian
	lebanese iraqi iranian persian saudi yemeni omani kuwaiti qatari emirati egyptian libyan tunisian algerian moroccan sudanese ethiopian
	kenyan nigerian ghanaian ugandan rwandan congolese angolan zambian somali tanzanian senegalese indian pakistani bangladeshi nepali afghan
	chinese japanese korean vietnamese thai malaysian indonesian filipino australian canadian mexican cuban brazilian argentine chilean
	peruvian colombian venezuelan bolivian ecuadorian haitian jamaican christian muslim islamic jewish catholic protestant hindu buddhist
	orthodox latin western roman soviet hebrew republican democratic`)
