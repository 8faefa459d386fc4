package schema

// A plover is what the PLOVER ontology says of a type of event.
type plover struct {
	quad      int32    // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	goldstein float64  // from -10, conflict, to 10, cooperation
	cameo     []string // root codes; CONCEDE and RETREAT share one
}

// ploverTypes has all types but OTHER, of which nothing is known.
var ploverTypes = map[string]plover{
	"AGREE":     {1, 2.5, []string{"03"}},
	"CONSULT":   {1, 2.5, []string{"04"}},
	"SUPPORT":   {1, 5, []string{"05"}},
	"CONCEDE":   {1, 4.5, []string{"08"}},
	"COOPERATE": {2, 9.5, []string{"06"}},
	"AID":       {2, 10, []string{"07"}},
	"RETREAT":   {2, 6.5, []string{"08"}},
	"REQUEST":   {3, 0, []string{"10"}},
	"ACCUSE":    {3, -3, []string{"09", "11"}},
	"REJECT":    {3, -2, []string{"12"}},
	"THREATEN":  {3, -3.5, []string{"13"}},
	"PROTEST":   {4, -5, []string{"14"}},
	"SANCTION":  {4, -6, []string{"16"}},
	"MOBILIZE":  {4, -5.5, []string{"15"}},
	"COERCE":    {4, -7, []string{"17"}},
	"ASSAULT":   {4, -9, []string{"18", "19", "20"}},
}
