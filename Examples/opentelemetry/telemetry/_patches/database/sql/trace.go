package sql

import (
	"context"

	"example.com/telemetry/spans"
)

// Statements of a database, a transaction and a connection. Query, QueryRow and Exec call these.
//
//routinex:each *.QueryContext *.ExecContext
//routinex:before
func _(ctx context.Context, query string) (err error) {
	defer spans.Statement(&ctx, query).End(&err)
}

// A prepared statement has its text from before.
//
//routinex:each QueryContext ExecContext
//routinex:before
func (s *Stmt) _(ctx context.Context) (err error) {
	defer spans.Statement(&ctx, s.query).End(&err)
}
