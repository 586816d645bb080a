// Front takes the customers' orders. It knows the prices, and asks the stock service for the goods. It also plays the
// customers, and ends when all have an answer:
//
//	front STOCK-URL [item ...]
package main

import (
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"example.com/shop/journal"
	"example.com/shop/store"
	"example.com/shop/web"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 {
		log.Fatal("usage: front STOCK-URL [item ...]")
	}
	db, err := store.Open("tea price 3 sold 0", "coffee price 4 sold 0")
	if err != nil {
		log.Fatal(err)
	}
	stock := os.Args[1]
	server, url := web.Serve("/order", func(item string) (string, error) { return order(db, stock, item) })
	defer server.Close()
	for _, item := range os.Args[2:] {
		answer, err := web.Get(http.DefaultClient, url, item)
		if err != nil {
			answer = err.Error()
		}
		fmt.Println(answer)
	}
}

// order sells an item if the stock service answers in time.
func order(db *sql.DB, stock, item string) (string, error) {
	var price int
	if err := db.QueryRow("SELECT price FROM items WHERE name = ?", item).Scan(&price); err != nil {
		return "", fmt.Errorf("there is no %s here: %w", item, err)
	}
	var left string
	done := make(chan error, 1)
	go func() {
		var err error
		left, err = web.Get(http.DefaultClient, stock, item)
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			return "", err
		}
	case <-time.After(time.Minute):
		return "", errors.New("the stock service does not answer")
	}
	if _, err := db.Exec("UPDATE items SET sold = sold + 1 WHERE name = ?", item); err != nil {
		return "", err
	}
	journal.Say("sold", "item", item, "price", price)
	return fmt.Sprintf("%s for %d, %s left", item, price, left), nil
}
