// Package store is a driver for database/sql. It has one table in memory, and the few statements that the shop needs.
package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Open makes a database. Each argument is an item's name, followed by the names and values of its columns.
func Open(items ...string) (*sql.DB, error) {
	table := map[string]map[string]int64{}
	for _, item := range items {
		words := strings.Fields(item)
		table[words[0]] = map[string]int64{}
		for i := 1; i+1 < len(words); i += 2 {
			value, err := strconv.ParseInt(words[i+1], 10, 64)
			if err != nil {
				return nil, err
			}
			table[words[0]][words[i]] = value
		}
	}
	return sql.OpenDB(&store{items: table}), nil
}

// latency is the time that a statement takes, as with a remote database.
const latency = 2 * time.Millisecond

var (
	selection = regexp.MustCompile(`^SELECT (\w+) FROM items WHERE name = \?$`)
	update    = regexp.MustCompile(`^UPDATE items SET (\w+) = (\w+) ([+-]) 1 WHERE name = \?$`)
)

type store struct {
	mutex sync.Mutex
	items map[string]map[string]int64
}

func (s *store) Connect(context.Context) (driver.Conn, error) { return connection{s}, nil }
func (s *store) Driver() driver.Driver                        { return s }
func (s *store) Open(string) (driver.Conn, error)             { return connection{s}, nil }

// connection executes each statement at once, so a transaction cannot be rolled back.
type connection struct{ store *store }

func (c connection) Prepare(text string) (driver.Stmt, error) {
	if match := selection.FindStringSubmatch(text); match != nil {
		return statement{store: c.store, column: match[1]}, nil
	}
	if match := update.FindStringSubmatch(text); match != nil && match[1] == match[2] {
		return statement{store: c.store, column: match[1], sign: match[3]}, nil
	}
	return nil, fmt.Errorf("no such statement: %s", text)
}

func (c connection) Begin() (driver.Tx, error) { return c, nil }
func (connection) Commit() error               { return nil }
func (connection) Rollback() error             { return nil }
func (connection) Close() error                { return nil }

// statement reads a column of the item that its argument names, or changes it by one.
type statement struct {
	store        *store
	column, sign string
}

func (statement) NumInput() int { return 1 }
func (statement) Close() error  { return nil }

func (s statement) Query(arguments []driver.Value) (driver.Rows, error) {
	time.Sleep(latency)
	s.store.mutex.Lock()
	defer s.store.mutex.Unlock()
	value, ok := s.store.items[arguments[0].(string)][s.column]
	return &rows{column: s.column, value: value, done: !ok}, nil
}

func (s statement) Exec(arguments []driver.Value) (driver.Result, error) {
	time.Sleep(latency)
	s.store.mutex.Lock()
	defer s.store.mutex.Unlock()
	name := arguments[0].(string)
	item, ok := s.store.items[name]
	switch {
	case !ok:
		return driver.RowsAffected(0), nil
	case s.sign == "+":
		item[s.column]++
	case item[s.column] == 0:
		return nil, fmt.Errorf("%s of %s would be negative", s.column, name)
	default:
		item[s.column]--
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
