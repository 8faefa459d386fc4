package newsgen

import (
	"math/rand/v2"
	"strings"
)

var nouns = strings.Fields(`
account accord acre adviser agency airport ally amount answer appeal area army audit
balance ballot bank bargain barrel basin battery benefit bill board boat bond border
branch bread bridge budget builder burden cabinet cable camp campaign canal candidate
capital cargo case cattle cause centre chamber change channel charge charter child
citizen city claim clause clerk climate coal coast college colony column comment
committee community company complaint concession condition conference contract copper
corridor cost council country court credit crew crisis crop crowd currency custom
damage danger day deadline deal debate debt decade decision decree deficit delay
delegate demand deposit desert detail device diplomat district document dollar draft
driver drought duty economy editor effort election embassy employer energy engine
engineer enquiry estate estimate exchange expert export factory failure family farmer
fee fence ferry field figure fine fire fishery fleet flight flood forecast forest
fraud freight frontier fuel fund garden gas gate gold grain grant ground group growth
guard harbour harvest health hearing highway holiday home hospital hour house idea
import income index industry inquiry inspector interest investor island issue job
journey judge jury labour lake land law lawyer leader league letter level licence line
loan lorry loss market mayor measure meeting member memory mill mine minister minority
mission money month motion mountain nation network newspaper night notice number
object offer office officer oil opinion option order owner page paper parish parliament
partner party passage patient pattern payment pension people pipeline plan plant plot
police policy poll pool port post power premium price prison process product profit
programme promise proof protest province pump quarter question quota railway rain
rate record reform refugee region report request reserve resident result return
revenue review rice right river road roof route rule salary sale salt school season
seat section sector senate service session share shelter ship shop shore shortage
signal silence site soil soldier source speech spring staff state station statute
steel stock storm strategy street strike student study subsidy sugar summer supply
surface survey system tariff tax teacher team term territory theatre threat ticket
timber title tonne tool town trade tradition traffic train treaty trial tribunal truck
truth tunnel turbine union unit valley value vessel victim village visit visitor voice
vote voter wage wall war warehouse water weapon weather week wheat winter witness
woman work worker world worry wound yard year zone`)

var verbs = strings.Fields(`
accept adjust admit adopt advance allow alter amend announce answer appeal appoint
approach assess assist attend avoid back block borrow broaden build cancel carry
check claim clear close collect complain concern confirm connect consider contain
contest control correct count cover cross cut damage debate deepen defeat defend delay
deliver demand deny depart deploy design detain develop direct discuss dismiss divert
doubt draft drain drop earn employ end enforce enter exceed expand expect explain
export extend fail favour finish follow force form fund gather govern grant guard halt
hand harm help hinder hire hold import inform inspect insist install invest invite
issue join keep land launch lead learn lift limit link list load lower maintain manage
mark match measure mend monitor name note obey object obtain offer open oppose order
overlook own pass patrol permit plant plead pledge point possess postpone press prevent
print proceed protect protest prove publish pump question raise reach rebuild reckon
recover reduce refuse regret reject relax release rely remain remind repair repeat
reply report request resist respect restore resume retain return reveal review reward
seek select settle shelter shift shorten show sign slow solve spend start state stop
strengthen suffer suggest support suspect suspend talk test thank threaten transfer
treat trust turn urge visit vote wait warn watch weaken welcome widen withdraw work`)

var adjectives = strings.Fields(`
able active annual bitter bold brief bright broad calm cautious certain cheap civil
clean clear close cold common complex constant costly crowded current dark deep direct
distant domestic dry early eastern empty equal exact fair false famous final firm fixed
flat foreign formal former free fresh full general gentle grave great hard harsh heavy
hidden high honest hostile idle joint keen large late legal light likely local long
loose low loyal main major mild minor mixed modern modest narrow native near neutral
new normal northern obvious odd old open ordinary patient plain poor popular present
previous private probable prompt proper proud public quick quiet random rapid rare raw
ready real recent regional regular rich rigid rough rural sacred safe scarce secret
secure senior separate serious severe sharp short silent simple slow small smooth sober
soft solid sound southern special stable steady steep strange strict strong sudden
suitable tall tense thick thin tired total tough toxic true typical uneven urban urgent
usual vague vast vital vivid warm weak western wet wide wild wise young`)

// forms returns words and what English makes of them: "audit", "audits", "audited",
// "reaudit" … Some are rare, as words are.
func forms() []string {
	var common, derived []string
	for _, n := range nouns {
		common = append(common, n, plural(n))
		derived = append(derived, n+"less", n+"like", "non-"+n)
	}
	for _, v := range verbs {
		stem := strings.TrimSuffix(v, "e")
		common = append(common, v, plural(v), stem+"ed", stem+"ing")
		derived = append(derived, stem+"er", stem+"ers", "re"+v, "re"+stem+"ed", "un"+stem+"ed", stem+"able")
	}
	for _, a := range adjectives {
		common = append(common, a, a+"ly")
		derived = append(derived, a+"ness", "un"+a, "over"+a)
	}
	return append(common, derived...)
}

func plural(n string) string {
	switch {
	case strings.HasSuffix(n, "y") && !strings.ContainsAny(n[len(n)-2:len(n)-1], "aeou"):
		return n[:len(n)-1] + "ies"
	case strings.HasSuffix(n, "s"), strings.HasSuffix(n, "x"), strings.HasSuffix(n, "ch"), strings.HasSuffix(n, "sh"):
		return n + "es"
	}
	return n + "s"
}

// newVocabulary returns n distinct words, commonest first: those of forms in an order
// of this world, then made-up ones.
func newVocabulary(r *rand.Rand, n int) []string {
	seen := make(map[string]bool, n)
	words := make([]string, 0, n)
	add := func(w string) {
		if !seen[w] && len(words) < n {
			seen[w] = true
			words = append(words, w)
		}
	}
	english := forms()
	r.Shuffle(len(english), func(i, j int) { english[i], english[j] = english[j], english[i] })
	for _, w := range english {
		add(w)
	}
	for len(words) < n {
		add(coin(r, 2+r.IntN(3)))
	}
	return words
}

var (
	onsets = strings.Fields("b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sh sk st t th tr v w y z")
	nuclei = strings.Fields("a a a e e e i i i o o o u u ai au ea ei ia ie oa oe ou á é í ö ü")
	codas  = strings.Fields("b d f g k l ld m n nd ng nt p r rd rk rn s sk st t th x z")
)

// coin makes up a word of so many syllables.
func coin(r *rand.Rand, syllables int) string {
	var b strings.Builder
	for i := range syllables {
		b.WriteString(pick(r, onsets))
		b.WriteString(pick(r, nuclei))
		if i == syllables-1 || chance(r, 3) {
			b.WriteString(pick(r, codas))
		}
	}
	return b.String()
}

// name makes up a name of so many syllables.
func name(r *rand.Rand, syllables int) string {
	w := coin(r, syllables)
	return strings.ToUpper(w[:1]) + w[1:]
}

// names makes up n different names.
func names(r *rand.Rand, n, syllables int) []string {
	seen := make(map[string]bool, n)
	all := make([]string, 0, n)
	for len(all) < n {
		if w := name(r, syllables+r.IntN(2)); !seen[w] {
			seen[w] = true
			all = append(all, w)
		}
	}
	return all
}
