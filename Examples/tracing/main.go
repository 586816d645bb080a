// Shop is a small web service: a shop that takes orders, and a warehouse that the shop asks for the goods. It also plays the
// customers, who order at the same time, and ends when all have an answer:
//
//	shop [item ...]
package main

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"

	_ "example.com/shop/store"
)

func main() {
	log.SetFlags(0)
	items := os.Args[1:]
	if len(items) == 0 {
		items = []string{"tea"}
	}
	db, err := sql.Open("store", "")
	if err != nil {
		log.Fatal(err)
	}
	warehouse := serve("/reserve", func(item string) (string, error) { return reserve(db, item) })
	shop := serve("/order", func(item string) (string, error) { return order(db, warehouse, item) })

	var customers sync.WaitGroup
	for _, item := range items {
		customers.Add(1)
		go func(item string) {
			defer customers.Done()
			answer, err := get(shop, item)
			if err != nil {
				answer = err.Error()
			}
			fmt.Println(answer)
		}(item)
	}
	customers.Wait()
}

// order is the shop's part. It looks up the price, and then does two things at once.
func order(db *sql.DB, warehouse, item string) (string, error) {
	var price int
	if err := db.QueryRow("SELECT price FROM items WHERE name = ?", item).Scan(&price); err != nil {
		return "", fmt.Errorf("there is no %s here: %w", item, err)
	}
	errs := make(chan error, 2)
	var left string
	go func() {
		var err error
		left, err = get(warehouse, item)
		errs <- err
	}()
	go count(db, item, errs)
	for i := 0; i < 2; i++ {
		if err := <-errs; err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%s for %d, %s left", item, price, left), nil
}

func count(db *sql.DB, item string, errs chan<- error) {
	_, err := db.Exec("UPDATE items SET sold = sold + 1 WHERE name = ?", item)
	errs <- err
}

// reserve is the warehouse's part. It takes one piece of the item, and returns how many are left.
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
	return left, tx.Commit()
}

// serve starts a server that answers requests for one path, and returns its URL.
func serve(path string, answer func(item string) (string, error)) string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
		text, err := answer(r.URL.Query().Get("item"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		io.WriteString(w, text)
	})
	go http.Serve(listener, mux)
	return "http://" + listener.Addr().String() + path
}

// get asks a server for an item.
func get(server, item string) (string, error) {
	response, err := http.Get(server + "?item=" + url.QueryEscape(item))
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	text := strings.TrimSpace(string(body))
	if err == nil && response.StatusCode != http.StatusOK {
		err = errors.New(text)
	}
	return text, err
}
