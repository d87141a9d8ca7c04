package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"go.temporal.io/server/common/config"
	sqliteplugin "go.temporal.io/server/common/persistence/sql/sqlplugin/sqlite"
	"go.temporal.io/server/schema/sqlite"
)

// databaseConfig describes the store to the server.
func databaseConfig(o *options) *config.SQL {
	c := &config.SQL{
		PluginName:        sqliteplugin.PluginName,
		DatabaseName:      fmt.Sprintf("engine-%d", rand.Uint32()),
		ConnectAttributes: map[string]string{"mode": "memory", "cache": "shared"},
	}
	if o.dbFilename != "" {
		c.DatabaseName = escapePath(o.dbFilename)
		c.ConnectAttributes = map[string]string{
			"mode":         "rwc",
			"journal_mode": "wal", // three times the workflows per second
			"synchronous":  "normal",
			// Two engines on one file would steal each other's shard.
			"locking_mode": "exclusive",
		}
	}
	for name, value := range o.pragmas {
		c.ConnectAttributes[name] = value
	}
	return c
}

// createNamespaces adds those that do not exist yet. Search attributes go to new
// ones only; an existing namespace gets more through the operator API.
func createNamespaces(o *options, c *config.SQL) error {
	var all []*sqlite.NamespaceConfig
	for _, name := range o.namespaces {
		n, err := sqlite.NewNamespaceConfig(clusterName, name, false, o.searchAttributes)
		if err != nil {
			return fmt.Errorf("--search-attribute: %w", err)
		}
		all = append(all, n)
	}
	if err := sqlite.CreateNamespaces(c, all...); err != nil {
		return fmt.Errorf("cannot create the namespaces %s: %w", strings.Join(o.namespaces, ", "), explain(err))
	}
	return nil
}

// explain puts SQLite's commonest result codes into words with a next step.
func explain(err error) error {
	var coded interface{ Code() int }
	if !errors.As(err, &coded) {
		return err
	}
	switch coded.Code() & 0xff {
	case 5, 6: // SQLITE_BUSY, SQLITE_LOCKED
		return errors.New("another process has it open; stop that engine, or pass another --db-filename")
	case 8, 14: // SQLITE_READONLY, SQLITE_CANTOPEN
		return fmt.Errorf("%w; make it and its folder writable, or pass another --db-filename", err)
	case 11, 26: // SQLITE_CORRUPT, SQLITE_NOTADB
		return fmt.Errorf("%w; move it away, or pass another --db-filename", err)
	}
	return err
}

// escapePath keeps a path with ? # or % whole inside an SQLite URI.
func escapePath(path string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
}
