// Stock keeps the goods. It prints its URL, and answers requests until a signal ends it.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"os/signal"
	"syscall"

	"example.com/shop/journal"
	"example.com/shop/store"
	"example.com/shop/web"
)

func main() {
	log.SetFlags(0)
	db, err := store.Open("tea stock 40", "coffee stock 0")
	if err != nil {
		log.Fatal(err)
	}
	end, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	server, url := web.Serve("/reserve", func(item string) (string, error) { return reserve(db, item) })
	fmt.Println(url)
	<-end.Done()
	if err := server.Shutdown(context.Background()); err != nil {
		log.Fatal(err)
	}
}

// reserve takes one piece of the item, and returns how many are left.
func reserve(db *sql.DB, item string) (string, error) {
	tx, err := db.Begin()
	if err != nil {
		return "", err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE items SET stock = stock - 1 WHERE name = ?", item); err != nil {
		return "", err
	}
	var left string
	if err := tx.QueryRow("SELECT stock FROM items WHERE name = ?", item).Scan(&left); err != nil {
		return "", err
	}
	journal.Say("reserved", "item", item, "left", left)
	return left, tx.Commit()
}
