package main

import (
	"fmt"
	"net"
	"strings"
	"testing"
	"time"
)

func TestTwoEnginesStartSideBySideAndStopInTime(t *testing.T) {
	for range 2 {
		e, err := startEngine(parse(t, "--port", "0", "--namespace", "keyturn", "--log-level", "never"))
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			begun := time.Now()
			e.stop()
			if took := time.Since(begun); took > stopLimit+time.Second {
				t.Errorf("stopping took %v", took)
			}
		}()
		for _, port := range []int{e.ports.grpc, e.ports.http, e.ports.ui} {
			conn, err := net.Dial("tcp", address(loopback, port))
			if err != nil {
				t.Fatal(err)
			}
			conn.Close()
		}
		if !strings.Contains(e.summary(), fmt.Sprintf("127.0.0.1:%d\n", e.ports.grpc)) {
			t.Errorf("summary %q", e.summary())
		}
	}
}

func TestATakenPortIsNamedWithItsFlag(t *testing.T) {
	l, err := net.Listen("tcp", address(loopback, 0))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	taken := fmt.Sprint(l.Addr().(*net.TCPAddr).Port)
	for _, name := range []string{"--port", "--http-port", "--ui-port", "--metrics-port"} {
		_, err := claimPorts(parse(t, "--port", "0", name, taken))
		if err == nil || !strings.HasSuffix(err.Error(), "stop what uses it, or pass another "+name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestClaimedPortsDifferAndAreFree(t *testing.T) {
	p, err := claimPorts(parse(t, "--port", "0", "--headless"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	for _, port := range []int{p.grpc, p.http, p.history, p.matching, p.worker} {
		l, err := net.Listen("tcp", address(loopback, port))
		if err != nil || seen[port] {
			t.Fatalf("port %d: %v, seen %v", port, err, seen[port])
		}
		seen[port] = true
		l.Close()
	}
}
