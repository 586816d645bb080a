// orchestrion: contrib/database/sql, sql.Register and sql.Open
//
//routinex:packages work github.com/mattn/go-sqlite3

package anything

import (
	"database/sql"
	"database/sql/driver"

	"example.com/rules/sqltrace"
)

//routinex:calls database/sql.Register
func registerTraced(name string, d driver.Driver) {
	sqltrace.Register(name, d)
}

//routinex:calls database/sql.Open
func openTraced(name, source string) (*sql.DB, error) {
	return sqltrace.Open(name, source)
}
