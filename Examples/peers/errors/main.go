// Command errors prints an error that two functions return.
package main

import (
	"errors"
	"fmt"
)

var errEmpty = errors.New("the shelf is empty")

type shelf struct{}

func (s *shelf) take() (string, error) { return "", errEmpty }

func serve() error {
	_, err := new(shelf).take()
	return err
}

func main() {
	err := serve()
	fmt.Println(err, errors.Is(err, errEmpty))
}
