package sql

import (
	"context"

	"example.com/telemetry/spans"
)

// These are the methods of a database, a transaction and a connection. Query, QueryRow and Exec call them.
//
//routinex:each *.QueryContext *.ExecContext
//routinex:before
func _(ctx context.Context, query string) (err error) {
	defer spans.Statement(&ctx, query).End(&err)
}

// A prepared statement already has its text.
//
//routinex:each QueryContext ExecContext
//routinex:before
func (s *Stmt) _(ctx context.Context) (err error) {
	defer spans.Statement(&ctx, s.query).End(&err)
}
