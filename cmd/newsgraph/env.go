package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// fromEnvironment sets each flag that the command line leaves out from its
// environment variable, if that is there.
func fromEnvironment(c *cobra.Command) error {
	var first error
	c.Flags().VisitAll(func(f *pflag.Flag) {
		value, ok := os.LookupEnv(variable(f.Name))
		if f.Changed || !ok || first != nil {
			return
		}
		if err := c.Flags().Set(f.Name, value); err != nil {
			first = fmt.Errorf("%s=%q: %w", variable(f.Name), value, err)
		}
	})
	return first
}

// variable is the environment variable of a flag: NEWSGRAPH_KEY_PREFIX of key-prefix.
func variable(flag string) string {
	return "NEWSGRAPH_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// defaultStore is a folder among the user's data: $XDG_DATA_HOME/newsgraph, else
// ~/.local/share/newsgraph.
func defaultStore() string {
	if data := os.Getenv("XDG_DATA_HOME"); data != "" {
		return filepath.Join(data, "newsgraph")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "newsgraph-store"
	}
	return filepath.Join(home, ".local", "share", "newsgraph")
}
