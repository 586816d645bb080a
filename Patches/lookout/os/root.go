//go:build go1.24

package os

// lookoutForRoot checks a call that has one path below a root.
func lookoutForRoot(r *Root, kind, operation, name string) error {
	if err := RoutinexLookout(kind, RoutinexLookoutPath(r.Name()+string(PathSeparator)+name)); err != nil {
		return &PathError{Op: operation, Path: name, Err: err}
	}
	return nil
}

//routinex:before
func OpenRoot(name string) (*Root, error) {
	if RoutinexLookout != nil {
		if err := lookoutForFile("read", "open", name); err != nil {
			return nil, err
		}
	}
}

// Root.Open and Root.Create call this.
//
//routinex:before
func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if RoutinexLookout != nil {
		if err := lookoutForOpen("openat", RoutinexLookoutPath(r.Name()+string(PathSeparator)+name), name, flag); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func (r *Root) OpenRoot(name string) (*Root, error) {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "read", "openat", name); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func (r *Root) Mkdir(name string, perm FileMode) error {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "write", "mkdirat", name); err != nil {
			return err
		}
	}
}

//routinex:before
func (r *Root) Remove(name string) error {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "write", "unlinkat", name); err != nil {
			return err
		}
	}
}
