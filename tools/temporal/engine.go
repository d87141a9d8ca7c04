package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	uiserver "github.com/temporalio/ui-server/v2/server"
	"go.temporal.io/server/common/authorization"
	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/log/tag"
	"go.temporal.io/server/temporal"
	"go.uber.org/zap"
)

// stopLimit bounds a graceful stop. Cutting it short loses nothing: whatever the
// server has confirmed to anyone is in the database.
const stopLimit = 2 * time.Second

// engine is a running server with its Web UI.
type engine struct {
	options  *options
	ports    ports
	server   temporal.Server
	ui       *uiserver.Server // nil when headless
	logLevel zap.AtomicLevel
}

// startEngine returns once gRPC and Web UI answer.
func startEngine(o *options) (*engine, error) {
	logger, level, err := newLogger(o)
	if err != nil {
		return nil, err
	}
	for _, warning := range o.dynamicConfigWarnings {
		logger.Warn("--dynamic-config-value", tag.Error(warning))
	}
	if o.dbFilename != "" {
		if o.dbFilename, err = filepath.Abs(o.dbFilename); err != nil {
			return nil, err
		}
	}
	e := &engine{options: o, logLevel: level}
	if e.ports, err = claimPorts(o); err != nil {
		return nil, err
	}
	store := databaseConfig(o)
	if o.dbFilename != "" {
		if err := prepareDatabaseFile(o.dbFilename); err != nil {
			return nil, err
		}
	}
	if err := createNamespaces(o, store); err != nil {
		return nil, err
	}
	cfg := serverConfig(o, e.ports, store)
	if o.logConfig {
		fmt.Fprint(os.Stderr, cfg.String())
	}
	if e.server, err = temporal.NewServer(
		temporal.WithConfig(cfg),
		temporal.ForServices(temporal.DefaultServices),
		temporal.WithStaticHosts(staticHosts(o, e.ports)),
		temporal.WithLogger(logger),
		temporal.WithDynamicConfigClient(o.dynamicConfig),
		temporal.WithAuthorizer(authorization.NewNoopAuthorizer()),
		temporal.WithClaimMapper(func(*config.Config) authorization.ClaimMapper {
			return authorization.NewNoopClaimMapper()
		}),
	); err != nil {
		return nil, fmt.Errorf("cannot set up the server: %w", err)
	}
	if err := e.server.Start(); err != nil {
		return nil, fmt.Errorf("cannot start the server: %w", err)
	}
	if !o.headless {
		if e.ui, err = startUI(o, e.ports); err != nil {
			e.stop()
			return nil, err
		}
	}
	return e, nil
}

// stop ends everything within stopLimit.
func (e *engine) stop() {
	e.logLevel.SetLevel(silent)
	if e.ui != nil {
		e.ui.Stop()
	}
	done := make(chan struct{})
	go func() {
		_ = e.server.Stop()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(stopLimit):
	}
}

// summary tells a person where everything is.
func (e *engine) summary() string {
	o := e.options
	s := versionLine() + "\n"
	line := func(name, value string) { s += fmt.Sprintf("%-10s %s\n", name+":", value) }
	line("Temporal", address(dialable(o.ip), e.ports.grpc))
	if e.ui != nil {
		line("Web UI", "http://"+address(dialable(o.uiIP), e.ports.ui)+o.uiPublicPath)
	}
	if e.ports.metrics != 0 {
		line("Metrics", "http://"+address(dialable(o.ip), e.ports.metrics)+"/metrics")
	}
	if o.dbFilename == "" {
		line("Database", "in memory")
	} else {
		line("Database", o.dbFilename)
	}
	return s
}
