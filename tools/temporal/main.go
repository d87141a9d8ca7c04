// Command engine is Keyturn's Temporal for development and tests: the server,
// its SQLite store and the Web UI in one process. It takes the flags of
// `temporal server start-dev`.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	uiversion "github.com/temporalio/ui-server/v2/server/version"
	"go.temporal.io/server/common/headers"
)

// engineVersion is the version of this program, not of the server inside it.
const engineVersion = "1.0.0"

// Exit statuses: a caller can tell a mistake in the command line from a failure.
const (
	exitFailed   = 1
	exitBadUsage = 2
)

func main() {
	o, err := parseOptions(os.Args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Print(usage())
		return
	case err != nil:
		fail(exitBadUsage, fmt.Errorf("%w; --help lists the flags", err))
	case o.version:
		fmt.Println(versionLine())
		return
	}
	if err := run(o); err != nil {
		fail(exitFailed, err)
	}
}

// run keeps an engine up until something asks it to stop.
func run(o *options) error {
	asked := stopRequests(o.stopWithStdin)
	e, err := startEngine(o)
	if err != nil {
		return err
	}
	fmt.Print(e.summary())
	<-asked
	e.stop()
	return nil
}

func versionLine() string {
	return fmt.Sprintf("Keyturn engine %s (Temporal server %s, Web UI %s)",
		engineVersion, headers.ServerVersion, uiversion.UIVersion)
}

func fail(status int, err error) {
	fmt.Fprintln(os.Stderr, "engine:", err)
	os.Exit(status)
}
