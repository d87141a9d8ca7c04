#!/bin/sh
# One-shot before the server: makes both databases of the engine and brings their schemas up to date. What is there already is kept.
# Without --quiet, which would hide a failure behind exit code 0.
set -eu

for pair in "${DBNAME:?}:postgresql/v12/temporal" "${VISIBILITY_DBNAME:?}:postgresql/v12/visibility"; do
  SQL_DATABASE="${pair%%:*}"
  export SQL_DATABASE
  temporal-sql-tool create
  temporal-sql-tool setup-schema -v 0.0
  temporal-sql-tool update-schema --schema-name "${pair#*:}"
done
