// otelc: instrumentation/database/sql, add_new_field_db, hook_open and hook_db_query_context

package sql

import (
	"context"

	"example.com/rules/trace"
)

//routinex:extend
type DB struct {
	driverName string
}

//routinex:after
func Open(driverName, dataSourceName string) (db *DB, err error) {
	if err == nil {
		db.driverName = driverName
	}
}

//routinex:wrap
func (db *DB) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error) {
	span := trace.Start(db.driverName, ": ", query)
	defer span.End()
	rows, err := original(ctx, query, args...)
	span.Err = err
	return rows, err
}
