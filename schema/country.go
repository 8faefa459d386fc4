package schema

import "newsgraph/graph"

// A country is the type Country.
type country struct{ entity }

func asCountry(t *thing) *country { return &country{entity{t}} }

func (c *country) ISO() string { return c.n.ISO }

func (c *country) EventsHere(args listArgs) (*connection[*event], error) { return c.eventsHere(args) }

func (c *country) MemberOf(args pageArgs) (*connection[*organization], error) {
	return c.organizations(args, out(graph.MemberOf))
}

func (c *country) RoleHolders(args pageArgs) (*connection[*person], error) {
	return c.people(args, in(graph.HoldsRole))
}

func (c *country) Citizens(args pageArgs) (*connection[*person], error) {
	return c.people(args, in(graph.CitizenOf))
}

func (c *country) Institutions(args pageArgs) (*connection[*organization], error) {
	return c.organizations(args, in(graph.PartOf))
}

func (c *country) Contains(args pageArgs) (*connection[*node], error) { return c.contains(args) }
