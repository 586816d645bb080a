package os

// lookoutForFile checks a call that has one path.
func lookoutForFile(kind, operation, path string) error {
	if err := RoutinexLookout(kind, RoutinexLookoutPath(path)); err != nil {
		return &PathError{Op: operation, Path: path, Err: err}
	}
	return nil
}

func lookoutForLink(operation, path, other string) error {
	for _, p := range [2]string{path, other} {
		if err := RoutinexLookout("write", RoutinexLookoutPath(p)); err != nil {
			return &LinkError{operation, path, other, err}
		}
	}
	return nil
}

// lookoutForOpen checks a call that opens a file. The flags say whether it is opened for reading, writing or both.
func lookoutForOpen(operation, path, shown string, flag int) error {
	if flag&(O_WRONLY|O_RDWR|O_APPEND|O_CREATE|O_TRUNC) != 0 {
		if err := RoutinexLookout("write", path); err != nil {
			return &PathError{Op: operation, Path: shown, Err: err}
		}
	}
	if flag&O_WRONLY == 0 {
		if err := RoutinexLookout("read", path); err != nil {
			return &PathError{Op: operation, Path: shown, Err: err}
		}
	}
	return nil
}

//routinex:before
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if RoutinexLookout != nil {
		if err := lookoutForOpen("open", RoutinexLookoutPath(name), name, flag); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func ReadDir(name string) ([]DirEntry, error) {
	if RoutinexLookout != nil {
		if err := lookoutForFile("read", "open", name); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func Readlink(name string) (string, error) {
	if RoutinexLookout != nil {
		if err := lookoutForFile("read", "readlink", name); err != nil {
			return "", err
		}
	}
}

//routinex:before
func Mkdir(name string, perm FileMode) error {
	if RoutinexLookout != nil {
		if err := lookoutForFile("write", "mkdir", name); err != nil {
			return err
		}
	}
}

//routinex:before
func Remove(name string) error {
	if RoutinexLookout != nil {
		if err := lookoutForFile("write", "remove", name); err != nil {
			return err
		}
	}
}

// RemoveAll removes nothing if something below path must stay.
//
//routinex:before
func RemoveAll(path string) error {
	if RoutinexLookout != nil {
		if err := lookoutForRemoving(path); err != nil {
			return err
		}
	}
}

func lookoutForRemoving(path string) error {
	if err := lookoutForFile("write", "RemoveAll", path); err != nil {
		return err
	}
	info, err := Lstat(path)
	if err != nil || !info.IsDir() {
		return nil // RemoveAll reports an error itself
	}
	folder, err := openFileNolog(path, O_RDONLY, 0)
	if err != nil {
		return nil
	}
	names, _ := folder.Readdirnames(-1)
	folder.Close()
	for _, name := range names {
		if err := lookoutForRemoving(path + string(PathSeparator) + name); err != nil {
			return err
		}
	}
	return nil
}

//routinex:before
func Rename(oldpath, newpath string) error {
	if RoutinexLookout != nil {
		if err := lookoutForLink("rename", oldpath, newpath); err != nil {
			return err
		}
	}
}

// Both names are checked for write: through the new name, the program can also write the old file.
//
//routinex:before
func Link(oldname, newname string) error {
	if RoutinexLookout != nil {
		if err := lookoutForLink("link", oldname, newname); err != nil {
			return err
		}
	}
}

//routinex:before
func Symlink(oldname, newname string) error {
	if RoutinexLookout != nil {
		if err := RoutinexLookout("write", RoutinexLookoutPath(newname)); err != nil {
			return &LinkError{"symlink", oldname, newname, err}
		}
	}
}

//routinex:before
func Truncate(name string, size int64) error {
	if RoutinexLookout != nil {
		if err := lookoutForFile("write", "truncate", name); err != nil {
			return err
		}
	}
}

//routinex:before
func Chmod(name string, mode FileMode) error {
	if RoutinexLookout != nil {
		if err := lookoutForFile("write", "chmod", name); err != nil {
			return err
		}
	}
}

//routinex:before
func Chown(name string, uid, gid int) error {
	if RoutinexLookout != nil {
		if err := lookoutForFile("write", "chown", name); err != nil {
			return err
		}
	}
}

//routinex:before
func Lchown(name string, uid, gid int) error {
	if RoutinexLookout != nil {
		if err := lookoutForFile("write", "lchown", name); err != nil {
			return err
		}
	}
}

//routinex:before
//routinex:by-name
func Chtimes(name string) error {
	if RoutinexLookout != nil {
		if err := lookoutForFile("write", "chtimes", name); err != nil {
			return err
		}
	}
}

// Package os/exec calls this to start programs.
//
//routinex:before
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if RoutinexLookout != nil {
		if err := lookoutForFile("exec", "fork/exec", name); err != nil {
			return nil, err
		}
	}
}
