package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"newsgraph/graph"
	"newsgraph/schema"
)

func queryCommand(a *app) *cobra.Command {
	var file, variables, operation string
	c := &cobra.Command{
		Use:   "query [GRAPHQL]",
		Short: "Answer a GraphQL query, as JSON",
		Long: `Answer a GraphQL query and print the answer as JSON. The query is the argument,
the text of a file, or standard input. An answer with errors is printed, too: each
says what is wrong, and in extensions.code which kind (BAD_QUERY, BAD_INPUT, LIMIT,
TIMEOUT, INTERNAL); the exit status is 1 then.`,
		Example: `  newsgraph query '{ stats { articles statements } }'
  newsgraph query --file who-said.graphql --variables '{"name": "Ada Okoye"}'
  echo '{ country(iso: "ZM") { name } }' | newsgraph query`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			q := schema.Request{OperationName: operation}
			if variables != "" {
				if err := json.Unmarshal([]byte(variables), &q.Variables); err != nil {
					return badUsage(c, fmt.Errorf("--variables: want a JSON object like {\"name\": \"Ada Okoye\"}: %s", jsonProblem(err)))
				}
			}
			var err error
			if q.Query, err = a.queryText(args, file); err != nil {
				return badUsage(c, err)
			}
			return a.query(c, q)
		},
	}
	c.Flags().StringVarP(&file, "file", "f", "", "read the query from a `file`; - is standard input")
	c.Flags().StringVar(&variables, "variables", "", "the query's variables, a JSON `object`")
	c.Flags().StringVar(&operation, "operation", "", "the `name` of the operation to answer, where the query has several")
	return c
}

func (a *app) queryText(args []string, file string) (string, error) {
	switch {
	case len(args) == 1 && file != "":
		return "", errors.New("give the query as an argument or with --file, not both")
	case len(args) == 1:
		return args[0], nil
	case file == "" || file == "-":
		b, err := io.ReadAll(a.stdin)
		return string(b), err
	}
	b, err := os.ReadFile(file)
	return string(b), err
}

func (a *app) query(c *cobra.Command, q schema.Request) error {
	return a.read(func(g *graph.Graph) error {
		s, err := schema.New(g, schema.Options{})
		if err != nil {
			return err
		}
		answer := s.Exec(c.Context(), q)
		for _, e := range answer.Errors {
			e.Extensions = map[string]any{"code": schema.CodeOf(e)}
		}
		out := json.NewEncoder(a.stdout)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		if err := out.Encode(answer); err != nil {
			return fmt.Errorf("print the answer: %w", err)
		}
		if len(answer.Errors) > 0 {
			return errReported
		}
		return nil
	})
}
