// Command sql sends queries to a database.
package main

import (
	"database/sql"
	"fmt"

	_ "github.com/mattn/go-sqlite3"
)

func main() {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		panic(err)
	}
	defer db.Close()
	var sum int
	fmt.Println(db.QueryRow("SELECT 20 + ?", 22).Scan(&sum), sum)
	_, err = db.Query("SELECT price FROM items")
	fmt.Println(err)
}
