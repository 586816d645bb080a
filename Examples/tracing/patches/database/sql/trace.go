package sql

import (
	"context"

	"example.com/shop/trace"
)

// These are the methods of a database, a transaction, a connection and a prepared statement that execute a statement. Query,
// QueryRow and Exec call them.

//routinex:before
func (db *DB) QueryContext(ctx context.Context, query string, args ...any) (rows *Rows, err error) {
	defer trace.Start("sql", query).End(&err)
}

//routinex:before
func (db *DB) ExecContext(ctx context.Context, query string, args ...any) (result Result, err error) {
	defer trace.Start("sql", query).End(&err)
}

//routinex:before
func (tx *Tx) QueryContext(ctx context.Context, query string, args ...any) (rows *Rows, err error) {
	defer trace.Start("sql", query).End(&err)
}

//routinex:before
func (tx *Tx) ExecContext(ctx context.Context, query string, args ...any) (result Result, err error) {
	defer trace.Start("sql", query).End(&err)
}

//routinex:before
func (c *Conn) QueryContext(ctx context.Context, query string, args ...any) (rows *Rows, err error) {
	defer trace.Start("sql", query).End(&err)
}

//routinex:before
func (c *Conn) ExecContext(ctx context.Context, query string, args ...any) (result Result, err error) {
	defer trace.Start("sql", query).End(&err)
}

//routinex:before
func (s *Stmt) QueryContext(ctx context.Context, args ...any) (rows *Rows, err error) {
	defer trace.Start("sql", s.query).End(&err)
}

//routinex:before
func (s *Stmt) ExecContext(ctx context.Context, args ...any) (result Result, err error) {
	defer trace.Start("sql", s.query).End(&err)
}
