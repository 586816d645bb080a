//go:build go1.25

package os

func lookoutForRootLink(r *Root, operation, path, other string) error {
	for _, p := range [2]string{path, other} {
		if err := lookoutForRoot(r, "write", operation, p); err != nil {
			return &LinkError{operation, path, other, underlyingError(err)}
		}
	}
	return nil
}

//routinex:before
func (r *Root) MkdirAll(name string, perm FileMode) error {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "write", "mkdirat", name); err != nil {
			return err
		}
	}
}

//routinex:before
func (r *Root) RemoveAll(name string) error {
	if RoutinexLookout != nil {
		if err := lookoutForRemoving(r.Name() + string(PathSeparator) + name); err != nil {
			return &PathError{Op: "RemoveAll", Path: name, Err: underlyingError(err)}
		}
	}
}

//routinex:before
func (r *Root) Rename(oldname, newname string) error {
	if RoutinexLookout != nil {
		if err := lookoutForRootLink(r, "renameat", oldname, newname); err != nil {
			return err
		}
	}
}

//routinex:before
func (r *Root) Link(oldname, newname string) error {
	if RoutinexLookout != nil {
		if err := lookoutForRootLink(r, "linkat", oldname, newname); err != nil {
			return err
		}
	}
}

//routinex:before
func (r *Root) Symlink(oldname, newname string) error {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "write", "symlinkat", newname); err != nil {
			return &LinkError{"symlinkat", oldname, newname, underlyingError(err)}
		}
	}
}

//routinex:before
func (r *Root) Readlink(name string) (string, error) {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "read", "readlinkat", name); err != nil {
			return "", err
		}
	}
}

//routinex:before
func (r *Root) Chmod(name string, mode FileMode) error {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "write", "chmodat", name); err != nil {
			return err
		}
	}
}

//routinex:before
func (r *Root) Chown(name string, uid, gid int) error {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "write", "chownat", name); err != nil {
			return err
		}
	}
}

//routinex:before
func (r *Root) Lchown(name string, uid, gid int) error {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "write", "lchownat", name); err != nil {
			return err
		}
	}
}

//routinex:before
//routinex:by-name
func (r *Root) Chtimes(name string) error {
	if RoutinexLookout != nil {
		if err := lookoutForRoot(r, "write", "chtimesat", name); err != nil {
			return err
		}
	}
}
