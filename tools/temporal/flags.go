package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	enums "go.temporal.io/api/enums/v1"
)

// parseOptions reads the arguments after the program's name. Its errors are one
// sentence each, fit to be shown as they are.
func parseOptions(args []string) (*options, error) {
	// The Temporal SDKs start any engine as `<path> server start-dev --flag …`.
	if len(args) >= 2 && args[0] == "server" && args[1] == "start-dev" {
		args = args[2:]
	}
	o, fs := newFlagSet()
	if err := fs.Parse(args); err != nil {
		return nil, plainFlagError(err)
	}
	if fs.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", fs.Arg(0))
	}
	return o, o.check()
}

// newFlagSet declares every flag; parsing fills the options returned with it.
func newFlagSet() (*options, *flag.FlagSet) {
	o := &options{
		namespaces:       []string{"default"},
		pragmas:          map[string]string{},
		searchAttributes: map[string]enums.IndexedValueType{},
		dynamicConfig:    defaultDynamicConfig(),
	}
	fs := flag.NewFlagSet("engine", flag.ContinueOnError)
	fs.SetOutput(io.Discard) // main prints errors and help itself

	fs.StringVar(&o.ip, "ip", "127.0.0.1", "address to listen on")
	fs.IntVar(&o.port, "port", 7233, "gRPC port, 0 for any free one")
	fs.IntVar(&o.httpPort, "http-port", 0, "port of the server's HTTP API, 0 for any free one")
	fs.IntVar(&o.metricsPort, "metrics-port", 0, "port of Prometheus /metrics, 0 for none")

	fs.BoolVar(&o.headless, "headless", false, "run without the Web UI")
	fs.StringVar(&o.uiIP, "ui-ip", "", "address of the Web UI (default: --ip)")
	fs.IntVar(&o.uiPort, "ui-port", 0, "port of the Web UI, 0 for --port + 1000")
	fs.StringVar(&o.uiPublicPath, "ui-public-path", "", "path under which the Web UI is served")
	fs.StringVar(&o.uiAssetPath, "ui-asset-path", "", "folder with other Web UI assets")
	fs.StringVar(&o.uiCodecEndpoint, "ui-codec-endpoint", "", "codec server that the Web UI decodes payloads with")
	fs.BoolVar(&o.uiDisableNewsFetch, "ui-disable-news-fetch", false, "keep the Web UI from fetching news")

	fs.StringVar(&o.dbFilename, "db-filename", "", "SQLite file that keeps state between runs (default: in memory)")
	fs.Func("sqlite-pragma", "SQLite pragma as `NAME=VALUE`; may be repeated", o.addPragma)
	fs.Func("namespace", "create namespace `NAME` besides default; may be repeated", o.addNamespace)
	fs.Func("search-attribute", "search attribute `NAME=TYPE` of new namespaces; may be repeated", o.addSearchAttribute)
	fs.Func("dynamic-config-value", "dynamic config `KEY=JSON`; may be repeated", o.addDynamicConfig)

	fs.StringVar(&o.logLevel, "log-level", "warn", strings.Join(logLevels, ", "))
	fs.StringVar(&o.logFormat, "log-format", "pretty", strings.Join(logFormats, ", "))
	fs.BoolVar(&o.logConfig, "log-config", false, "print the server's configuration to standard error")
	fs.BoolVar(&o.stopWithStdin, "stop-with-stdin", false, "stop when standard input closes, as it does when the parent dies")
	fs.BoolVar(&o.version, "version", false, "print versions and exit")

	// Short forms of the Temporal CLI; no usage text keeps them out of --help.
	fs.StringVar(&o.dbFilename, "f", o.dbFilename, "")
	fs.IntVar(&o.port, "p", o.port, "")
	fs.Func("n", "", o.addNamespace)
	return o, fs
}

// plainFlagError puts the flag package's messages into the words of a command line.
func plainFlagError(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	return errors.New(strings.NewReplacer(
		"flag provided but not defined: -", "unknown flag --",
		"flag needs an argument: -", "no value after --",
		" for flag -", " for --",
		" for -", " for --",
		"bad flag syntax: ", "bad flag ",
		": parse error", "",
	).Replace(err.Error()))
}

// usage is the text of --help.
func usage() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\nusage: engine [server start-dev] [flags]\n\n", versionLine())
	_, fs := newFlagSet()
	fs.VisitAll(func(f *flag.Flag) {
		if f.Usage == "" {
			return
		}
		value, text := flag.UnquoteUsage(f)
		if f.DefValue != "" && f.DefValue != "0" && f.DefValue != "false" {
			text += fmt.Sprintf(" (default: %s)", f.DefValue)
		}
		fmt.Fprintf(&b, "  %-33s %s\n", "--"+f.Name+" "+strings.ToUpper(value), text)
	})
	return b.String()
}
