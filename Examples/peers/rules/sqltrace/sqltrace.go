// Package sqltrace represents a library that is used instead of database/sql.
package sqltrace

import (
	"database/sql"
	"database/sql/driver"

	"example.com/rules/trace"
)

// Register prints the driver's name, and registers the driver.
func Register(name string, d driver.Driver) {
	trace.Print("sql driver", name)
	sql.Register(name, d)
}

// Open opens a database in a span.
func Open(name, source string) (*sql.DB, error) {
	defer trace.Start("sql open ", name).End()
	return sql.Open(name, source)
}
