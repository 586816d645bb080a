//line /patch/example.com/p/file_linux_amd64.go:1:1
package p

func LinuxAMD64() {}
