package schema

import "newsgraph/graph"

// An organization is the type Organization.
type organization struct{ entity }

func asOrganization(t *thing) *organization { return &organization{entity{t}} }

func (o *organization) Sort() *string { return known(o.n.Type) }

func (o *organization) Articles(args listArgs) (*connection[*article], error) {
	return follow(o.thing, asArticle, nil, args, in(graph.PublishedBy))
}

func (o *organization) CitedBy(args listArgs) (*connection[*article], error) {
	return follow(o.thing, asArticle, nil, args, in(graph.Cites))
}

func (o *organization) MemberOf(args pageArgs) (*connection[*organization], error) {
	return o.organizations(args, out(graph.MemberOf))
}

func (o *organization) Members(args pageArgs) (*connection[*entity], error) {
	return o.entities(args, in(graph.MemberOf))
}

func (o *organization) RoleHolders(args pageArgs) (*connection[*person], error) {
	return o.people(args, in(graph.HoldsRole))
}

func (o *organization) Leaders(args pageArgs) (*connection[*person], error) {
	return o.people(args, in(graph.Leads))
}

func (o *organization) Staff(args pageArgs) (*connection[*person], error) {
	return o.people(args, in(graph.WorksFor))
}

func (o *organization) PartOf(args pageArgs) (*connection[*entity], error) {
	return o.entities(args, out(graph.PartOf))
}

func (o *organization) Parts(args pageArgs) (*connection[*organization], error) {
	return o.organizations(args, in(graph.PartOf))
}

func (o *organization) LocatedIn(args pageArgs) (*connection[*entity], error) {
	return o.entities(args, out(graph.LocatedIn))
}
