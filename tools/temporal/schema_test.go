package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// file is a path in a folder of the test's own, with signs that SQLite's URIs give a meaning.
func file(t *testing.T) string {
	return filepath.Join(t.TempDir(), "a b?#%20.db")
}

func execute(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+escapePath(path))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(s, err)
		}
	}
}

// beside lists the files in path's folder other than path.
func beside(t *testing.T, path string) (names []string) {
	t.Helper()
	all, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range all {
		if entry.Name() != filepath.Base(path) {
			names = append(names, entry.Name())
		}
	}
	return names
}

func TestANewOrEmptyFileGetsTheWholeSchema(t *testing.T) {
	for _, make := range []func(string) error{
		func(string) error { return nil },
		func(path string) error { return os.WriteFile(path, nil, 0o600) },
	} {
		path := file(t)
		if err := make(path); err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second time it is complete already
			if err := prepareDatabaseFile(path); err != nil {
				t.Fatal(err)
			}
		}
		execute(t, path, "INSERT INTO namespaces(partition_id, id, name, notification_version, data, data_encoding, is_global) VALUES (1, x'00', 'n', 0, x'00', '', 0)")
		if err := prepareDatabaseFile(path); err != nil || len(beside(t, path)) != 0 {
			t.Errorf("%v, beside it %v", err, beside(t, path))
		}
	}
}

func TestAFileLeftHalfSetUpIsSetAsideAndMadeAnew(t *testing.T) {
	for _, statement := range []string{
		"CREATE TABLE namespaces(partition_id INTEGER, id BLOB)",
		"CREATE TABLE shards(shard_id INTEGER)",
	} {
		path := file(t)
		execute(t, path, statement)
		for range 2 {
			if err := prepareDatabaseFile(path); err != nil {
				t.Fatal(err)
			}
		}
		if kept := beside(t, path); len(kept) != 1 || !strings.Contains(kept[0], ".unfinished-") {
			t.Errorf("kept %v", kept)
		}
	}
}

func TestAFileThatHoldsSomethingElseIsLeftAlone(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T, path string){
		"another program's": func(t *testing.T, path string) { execute(t, path, "CREATE TABLE deals(id)") },
		"another version's": func(t *testing.T, path string) {
			execute(t, path, "CREATE TABLE namespaces(id BLOB)", "INSERT INTO namespaces VALUES (x'00')")
		},
		"no database": func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("plain text ", 100)), 0o600); err != nil {
				t.Fatal(err)
			}
		},
	} {
		path := file(t)
		prepare(t, path)
		before, _ := os.ReadFile(path)
		err := prepareDatabaseFile(path)
		after, _ := os.ReadFile(path)
		if err == nil || !strings.Contains(err.Error(), "pass another --db-filename") || string(before) != string(after) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFileInUseIsRefused(t *testing.T) {
	path := file(t)
	if err := prepareDatabaseFile(path); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+escapePath(path)+"?_txlock=exclusive")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if err := prepareDatabaseFile(path); err == nil || !strings.Contains(err.Error(), "another process has it open") {
		t.Errorf("got %v", err)
	}
}

func TestAPathThatCannotBeUsedIsNamed(t *testing.T) {
	folder := t.TempDir()
	for path, want := range map[string]string{
		filepath.Join(folder, "no", "such.db"): "its folder does not exist",
		folder:                                 "is a directory",
	} {
		if err := prepareDatabaseFile(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
