// Package osguard represents a library that decides which files a program may open.
package osguard

import (
	"errors"
	"strings"
	_ "unsafe"
)

//go:linkname refuse os.refuseOpening
func refuse(name string, flag int) error {
	if strings.Contains(name, "../") {
		return errors.New("refused: it leaves its folder")
	}
	return nil
}
