// Package sqltrace stands for a library that is used in the place of database/sql.
package sqltrace

import (
	"database/sql"
	"database/sql/driver"

	"example.com/rules/trace"
)

// Register remembers the driver, and registers it.
func Register(name string, d driver.Driver) {
	trace.Print("sql driver", name)
	sql.Register(name, d)
}

// Open opens a database.
func Open(name, source string) (*sql.DB, error) {
	defer trace.Start("sql open ", name).End()
	return sql.Open(name, source)
}
