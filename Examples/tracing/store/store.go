// Package store is a driver for database/sql. It has one table in memory, and the few statements that the shop needs.
package store

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"
	"regexp"
	"sync"
	"time"
)

func init() { sql.Register("store", store{}) }

// latency is the time that a statement takes, as with a remote database.
const latency = 2 * time.Millisecond

var (
	mutex sync.Mutex
	items = map[string]map[string]int64{
		"tea":    {"price": 3, "stock": 40, "sold": 0},
		"coffee": {"price": 4, "stock": 15, "sold": 0},
		"cocoa":  {"price": 5, "stock": 7, "sold": 0},
	}
)

var (
	selection = regexp.MustCompile(`^SELECT (\w+) FROM items WHERE name = \?$`)
	update    = regexp.MustCompile(`^UPDATE items SET (\w+) = (\w+) ([+-]) 1 WHERE name = \?$`)
)

type store struct{}

func (store) Open(string) (driver.Conn, error) { return connection{}, nil }

// connection executes each statement at once, so a transaction cannot be rolled back.
type connection struct{}

func (connection) Prepare(text string) (driver.Stmt, error) {
	if match := selection.FindStringSubmatch(text); match != nil {
		return statement{column: match[1]}, nil
	}
	if match := update.FindStringSubmatch(text); match != nil && match[1] == match[2] {
		return statement{column: match[1], sign: match[3]}, nil
	}
	return nil, fmt.Errorf("store: no such statement: %s", text)
}

func (connection) Begin() (driver.Tx, error) { return connection{}, nil }
func (connection) Commit() error             { return nil }
func (connection) Rollback() error           { return nil }
func (connection) Close() error              { return nil }

// statement reads a column of the item that its argument names, or changes it by one.
type statement struct{ column, sign string }

func (statement) NumInput() int { return 1 }
func (statement) Close() error  { return nil }

func (s statement) Query(arguments []driver.Value) (driver.Rows, error) {
	time.Sleep(latency)
	mutex.Lock()
	defer mutex.Unlock()
	value, ok := items[arguments[0].(string)][s.column]
	return &rows{column: s.column, value: value, done: !ok}, nil
}

func (s statement) Exec(arguments []driver.Value) (driver.Result, error) {
	time.Sleep(latency)
	mutex.Lock()
	defer mutex.Unlock()
	item, ok := items[arguments[0].(string)]
	if !ok {
		return driver.RowsAffected(0), nil
	}
	if s.sign == "-" {
		item[s.column]--
	} else {
		item[s.column]++
	}
	return driver.RowsAffected(1), nil
}

// rows is one row of one column, or none.
type rows struct {
	column string
	value  int64
	done   bool
}

func (r *rows) Columns() []string { return []string{r.column} }
func (r *rows) Close() error      { return nil }

func (r *rows) Next(row []driver.Value) error {
	if r.done {
		return io.EOF
	}
	r.done = true
	row[0] = r.value
	return nil
}
