// Package newsgraph turns news articles into a graph of people, countries,
// organizations, places, events and statements, keeps it in Badger, and answers
// questions about it in GraphQL. This package holds no more than the schema of
// those answers; the tour of the code is below.
//
// # What happens to an article
//
// An article goes in as a file, a line of JSON or standard input. loader/article
// finds its text and the publisher's facts, and marks what is not the story.
// loader/nlp lays sentences, tokens, tags and names over the text. loader/extract
// reads those layers and reports mentions, statements, events and relations.
// loader/resolve decides what is the same thing, within the article and then across
// articles, and says why. loader makes one mutation of it, and graph applies it in
// one transaction together with every index row.
//
// # What happens to a question
//
// A question comes in over HTTP. server reads it and hands it to schema, which
// opens one snapshot of the graph, asks graph and graph/search where to start and
// graph and graph/traverse where to go, and answers with the passages of articles
// that each fact rests on.
//
// # Where to read on
//
//   - graph/contribution.go: what one article gives to the graph, the noun that
//     loading and storing share; graph/doc.go: the rows it becomes.
//   - loader/loader.go: the path of an article, from file to mutation.
//   - schema.graphql: what can be asked; schema/schema.go: how it is answered.
//   - cmd/newsgraph: the command that ties them together.
//
// Imports point one way: cmd → server → schema → graph, and cmd → loader → graph.
// loader/nlp knows nothing of graphs, graph nothing of language.
package newsgraph

import _ "embed"

// SDL is the GraphQL schema, schema.graphql. It stands here because go:embed
// cannot reach a parent folder.
//
//go:embed schema.graphql
var SDL string
