package main

import (
	"io"
	"os"
	"os/signal"
	"syscall"
)

// stopRequests delivers the first request to stop: a signal, or, if asked for,
// the end of standard input, which comes even when the parent is killed. Later
// requests change nothing, as stopping is bounded anyway; a terminal's Ctrl-C and
// the parent's own signal often come as a pair.
func stopRequests(withStdin bool) <-chan struct{} {
	asked := make(chan struct{}, 1)
	ask := func() {
		select {
		case asked <- struct{}{}:
		default:
		}
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		for range signals {
			ask()
		}
	}()
	if withStdin {
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin)
			ask()
		}()
	}
	return asked
}
