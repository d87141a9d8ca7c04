package main

import (
	"errors"
	"fmt"
	"net"
	"runtime"
	"strconv"
	"syscall"
)

// loopback is where the parts of the engine find each other.
const loopback = "127.0.0.1"

// ports are the ports the engine listens on, each of them free a moment ago.
type ports struct {
	grpc, http, ui, metrics   int
	history, matching, worker int // loopback only
}

// claimPorts checks the ports asked for and finds the others. It holds them all
// open until the last is settled, so that no two are the same.
func claimPorts(o *options) (p ports, err error) {
	var held []net.Listener
	defer func() {
		for _, l := range held {
			release(l)
		}
	}()
	for _, c := range []struct {
		flag, ip string
		wanted   int
		port     *int
		skip     bool
	}{
		{"--port", o.ip, o.port, &p.grpc, false},
		{"--http-port", o.ip, o.httpPort, &p.http, false},
		{"--ui-port", o.uiIP, o.uiPort, &p.ui, o.headless},
		{"--metrics-port", o.ip, o.metricsPort, &p.metrics, o.metricsPort == 0},
		{"history", loopback, 0, &p.history, false},
		{"matching", loopback, 0, &p.matching, false},
		{"worker", loopback, 0, &p.worker, false},
	} {
		if c.skip {
			continue
		}
		l, err := net.Listen("tcp", address(c.ip, c.wanted))
		if err != nil {
			return p, portError(address(c.ip, c.wanted), c.flag, err)
		}
		held = append(held, l)
		*c.port = l.Addr().(*net.TCPAddr).Port
	}
	return p, nil
}

func portError(where, flag string, err error) error {
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use: stop what uses it, or pass another %s", where, flag)
	}
	return fmt.Errorf("cannot listen on %s (%w): pass another %s or address", where, cause(err), flag)
}

// release closes a listener. On Linux it first closes one connection to itself:
// a port with a connection in TIME_WAIT can be listened on again by us, but is
// not handed out as "any free port" to an engine that starts beside this one.
func release(l net.Listener) {
	defer l.Close()
	if runtime.GOOS != "linux" {
		return
	}
	client, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		return
	}
	defer client.Close() // second, so that TIME_WAIT is the listener's side
	if conn, err := l.Accept(); err == nil {
		conn.Close()
	}
}

// cause unwraps "listen tcp 127.0.0.1:7233: bind: address already in use" to its end.
func cause(err error) error {
	for {
		inner, ok := err.(interface{ Unwrap() error })
		if !ok || inner.Unwrap() == nil {
			return err
		}
		err = inner.Unwrap()
	}
}

func address(ip string, port int) string {
	return net.JoinHostPort(ip, strconv.Itoa(port))
}

// dialable turns an address to listen on into one to connect to.
func dialable(ip string) string {
	if net.ParseIP(ip).IsUnspecified() {
		return loopback
	}
	return ip
}
