package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"go.temporal.io/server/common/headers"
	"go.temporal.io/server/common/persistence/sql/sqlplugin"
	sqliteplugin "go.temporal.io/server/common/persistence/sql/sqlplugin/sqlite"
	"go.temporal.io/server/schema/sqlite"
)

// errUnfinished tells of a file whose set-up somebody else's engine did not finish.
var errUnfinished = errors.New("set-up was cut short")

// prepareDatabaseFile leaves a complete database at path, or says why it cannot.
// A new schema is written in one transaction: a kill leaves all of it or nothing.
func prepareDatabaseFile(path string) error {
	if err := checkAccess(path); err != nil {
		return fmt.Errorf("cannot use the database file %s: %w", path, err)
	}
	err := writeSchema(path)
	if errors.Is(err, errUnfinished) {
		// No server ever ran on it, so there is nothing to lose; it is kept all the same.
		if err = setAside(path); err == nil {
			err = writeSchema(path)
		}
	}
	if err != nil {
		return fmt.Errorf("cannot use the database file %s: %w", path, explain(err))
	}
	return nil
}

// checkAccess tries what SQLite would only report as "unable to open".
func checkAccess(path string) error {
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return errors.New("its folder does not exist; create it, or pass another --db-filename")
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("%w; make it a file that can be written, or pass another --db-filename", cause(err))
	}
	return f.Close()
}

// writeSchema fills an empty file and checks a filled one.
func writeSchema(path string) error {
	db, err := sql.Open(sqliteplugin.PluginName, "file:"+escapePath(path)+"?mode=rwc&_txlock=exclusive&_pragma=busy_timeout=1000")
	if err != nil {
		return err
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	present, err := schemaObjects(tx)
	if err != nil {
		return err
	}
	if len(present) > 0 {
		return compareSchema(tx, present)
	}
	if err := sqlite.SetupSchemaOnDB(execOnly{tx: tx}); err != nil {
		return err
	}
	return tx.Commit()
}

// compareSchema refuses files that the server would start on and then fail at.
func compareSchema(tx *sql.Tx, present map[string]bool) error {
	wanted, err := referenceSchema()
	if err != nil {
		return err
	}
	missing, foreign := difference(wanted, present), difference(present, wanted)
	if missing == 0 {
		return nil
	}
	var namespaces int
	if present["namespaces.id"] {
		if err := tx.QueryRow("SELECT count(*) FROM namespaces").Scan(&namespaces); err != nil {
			return err
		}
	}
	if foreign == 0 && namespaces == 0 {
		return errUnfinished
	}
	return fmt.Errorf("it does not hold the tables of Temporal server %s; move it away, or pass another --db-filename",
		headers.ServerVersion)
}

// referenceSchema lists what a complete database holds.
func referenceSchema() (map[string]bool, error) {
	db, err := sql.Open(sqliteplugin.PluginName, ":memory:")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	if err := sqlite.SetupSchemaOnDB(execOnly{tx: tx}); err != nil {
		return nil, err
	}
	return schemaObjects(tx)
}

// schemaObjects lists tables, indexes and triggers by name, columns as "table.column".
func schemaObjects(tx *sql.Tx) (map[string]bool, error) {
	rows, err := tx.Query(`
		SELECT name FROM sqlite_master
		UNION ALL
		SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	objects := map[string]bool{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		objects[name] = true
	}
	return objects, rows.Err()
}

// difference counts what a has and b has not.
func difference(a, b map[string]bool) (n int) {
	for name := range a {
		if !b[name] {
			n++
		}
	}
	return n
}

func setAside(path string) error {
	return os.Rename(path, fmt.Sprintf("%s.unfinished-%d", path, time.Now().Unix()))
}

// execOnly runs the server's schema set-up, which only executes statements, in a transaction.
type execOnly struct {
	sqlplugin.AdminDB
	tx *sql.Tx
}

func (e execOnly) Exec(stmt string, args ...any) error {
	_, err := e.tx.ExecContext(context.Background(), stmt, args...)
	return err
}
