// Command newsgraph makes a graph of news articles and answers questions about it.
// Each subcommand has a file; flags are read here, and packages get Options.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// commands are the subcommands, in the order in which help lists them.
var commands = []func(*app) *cobra.Command{
	demoCommand,
	loadCommand,
	serveCommand,
	queryCommand,
	showCommand,
	extractCommand,
	exportCommand,
	checkCommand,
	removeCommand,
	decideCommand,
}

// Exit statuses.
const (
	exitOK    = 0
	exitFail  = 1 // something failed, or an article was skipped
	exitUsage = 2 // the command line cannot be understood
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run does what args ask for and returns the exit status. It may be called again, as
// tests do.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr}
	root := a.command()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage *usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errReported):
		return exitFail
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "newsgraph: %v\nRun '%s --help' for usage.\n", err, usage.command)
		return exitUsage
	}
	fmt.Fprintf(stderr, "newsgraph: %v\n", advise(err, a.store))
	return exitFail
}

// An app is one run of the program: its streams, and the flags that every subcommand has.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	store          string // directory
	logFormat      string // text or json
	quiet          bool
}

const about = `newsgraph makes a graph of news articles: who said what about whom, what happened
when, and the words that each fact rests on.`

const aboutExample = `  newsgraph demo                       try it on a small sample
  newsgraph load ./articles            load a folder
  newsgraph serve                      answer GraphQL at http://127.0.0.1:8080/
  newsgraph show "Ada Okoye" --why     one person, with the words behind each fact`

const aboutEnvironment = `
Every flag can be set by an environment variable: --store by NEWSGRAPH_STORE,
--key-prefix by NEWSGRAPH_KEY_PREFIX. The command line wins.

Exit status: 0 if all went well, 1 if something failed or was skipped, 2 for a
command line that cannot be understood.
`

func (a *app) command() *cobra.Command {
	cobra.EnableCommandSorting = false
	root := &cobra.Command{
		Use:               "newsgraph",
		Short:             "A graph of news articles, with the words behind every fact",
		Long:              about,
		Example:           aboutExample,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              noSuchCommand,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return a.settle(c) },
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SuggestionsMinimumDistance = 2
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return badUsage(c, err) })
	root.SetHelpTemplate(root.HelpTemplate() + aboutEnvironment)
	flags := root.PersistentFlags()
	flags.StringVar(&a.store, "store", defaultStore(), "the graph's `folder`")
	flags.StringVar(&a.logFormat, "log-format", "text", "how to log: text or json")
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "print results and errors only")
	for _, make := range commands {
		c := make(a)
		c.Args = usageArgs(c.Args)
		root.AddCommand(c)
	}
	return root
}

// settle reads the environment into flags that were not given, and checks those that
// every subcommand has.
func (a *app) settle(c *cobra.Command) error {
	if err := fromEnvironment(c); err != nil {
		return badUsage(c, err)
	}
	if a.logFormat != "text" && a.logFormat != "json" {
		return badUsage(c, fmt.Errorf("--log-format %q: want text or json", a.logFormat))
	}
	if a.store == "" {
		return badUsage(c, errors.New("--store is empty: want the name of a folder"))
	}
	return notNegative(c)
}

// notNegative refuses flags below zero: all numbers here count or measure something.
func notNegative(c *cobra.Command) error {
	var first error
	c.Flags().VisitAll(func(f *pflag.Flag) {
		switch f.Value.Type() {
		case "int", "int64", "duration":
			if first == nil && strings.HasPrefix(f.Value.String(), "-") {
				first = badUsage(c, fmt.Errorf("--%s %s: want 0 or more", f.Name, f.Value))
			}
		}
	})
	return first
}

// log returns the logger of this run; it writes to standard error.
func (a *app) log() *slog.Logger {
	o := &slog.HandlerOptions{Level: slog.LevelInfo}
	if a.quiet {
		o.Level = slog.LevelWarn
	}
	if a.logFormat == "json" {
		return slog.New(slog.NewJSONHandler(a.stderr, o))
	}
	return slog.New(slog.NewTextHandler(a.stderr, o))
}

// note prints a remark for people, unless they asked for quiet.
func (a *app) note(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.stderr, format+"\n", args...)
	}
}

// errReported means that the command failed, or did less than all, and has said so.
var errReported = errors.New("already reported")

// A usageError is a command line that cannot be understood.
type usageError struct {
	command string // whose help to read
	err     error
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func badUsage(c *cobra.Command, err error) error {
	return &usageError{c.CommandPath(), err}
}

// usageArgs makes a mistake in arguments a usage error.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := check(c, args); err != nil {
			return badUsage(c, err)
		}
		return nil
	}
}

func noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := fmt.Errorf("there is no command %q", args[0])
	if like := c.SuggestionsFor(args[0]); len(like) > 0 {
		err = fmt.Errorf("%w; did you mean %s?", err, strings.Join(like, " or "))
	}
	return badUsage(c, err)
}

// version is what this program was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (v == "" || v == "(devel)") {
			v = s.Value
		}
	}
	return v + " " + info.GoVersion
}
