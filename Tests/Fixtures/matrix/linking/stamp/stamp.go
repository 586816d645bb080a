// Package stamp has a variable that the linker can set.
package stamp

// Name is "source", or "patch" in a build with the patch set, unless the linker sets it.
var Name = "source"

// Describe is Name, and in a build with the patch set a variable more.
func Describe() string { return Name }
