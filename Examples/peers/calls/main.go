// Command calls uses functions, methods and a generic function.
package main

import (
	"fmt"

	"example.com/peers/calls/shop"
)

func main() {
	s := new(shop.Shop)
	s.Open()
	fmt.Println(s.Price("tea"))
	fmt.Println(shop.Tax(100))
	fmt.Println(shop.Double(21))
}
