// orchestrion: contrib/os, OpenFile
//
//routinex:link example.com/rules/osguard

package os

import _ "unsafe"

//go:linkname refuseOpening
func refuseOpening(name string, flag int) error

//routinex:before
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if err := refuseOpening(name, flag); err != nil {
		return nil, &PathError{Op: "open", Path: name, Err: err}
	}
}
