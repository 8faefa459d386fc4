package schema

import "newsgraph/graph"

// A person is the type Person.
type person struct{ entity }

func asPerson(t *thing) *person { return &person{entity{t}} }

func (p *person) Roles(args pageArgs) (*connection[*entity], error) {
	return p.entities(args, out(graph.HoldsRole))
}

func (p *person) WorksFor(args pageArgs) (*connection[*organization], error) {
	return p.organizations(args, out(graph.WorksFor))
}

func (p *person) Leads(args pageArgs) (*connection[*organization], error) {
	return p.organizations(args, out(graph.Leads))
}

func (p *person) MemberOf(args pageArgs) (*connection[*organization], error) {
	return p.organizations(args, out(graph.MemberOf))
}

func (p *person) CitizenOf(args pageArgs) (*connection[*country], error) {
	return follow(p.thing, asCountry, nil, listArgs{pageArgs: args}, out(graph.CitizenOf))
}

func (p *person) RoleHolders(args pageArgs) (*connection[*person], error) {
	return p.people(args, in(graph.HoldsRole))
}
