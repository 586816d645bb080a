// Command spans has functions with a directive that asks for a span.
package main

import (
	"context"
	"errors"
	"fmt"
)

//app:span name:the-order
func order(ctx context.Context, item string) (int, error) {
	fmt.Println(item)
	return price(item)
}

//app:span
func price(item string) (int, error) {
	if item == "milk" {
		return 0, errors.New("no milk")
	}
	count()
	return 2, nil
}

//app:span
func count() {}

func main() {
	for _, item := range []string{"tea", "milk"} {
		fmt.Println(order(context.Background(), item))
	}
}
