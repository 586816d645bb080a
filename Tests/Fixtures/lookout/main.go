// Lookout does things with files, programs and the network, in a folder of its own, and prints how each call ends.
package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"strings"
	"time"
)

// show prints a call, and whether it was refused.
func show(call string, err error) {
	switch {
	case err == nil:
		fmt.Println(call, "done")
	case errors.Is(err, fs.ErrPermission):
		fmt.Printf("%s refused: %v, %v\n", call, os.IsPermission(err), err)
	default:
		fmt.Println(call, "failed")
	}
}

func files() {
	show("WriteFile", os.WriteFile("notes.txt", []byte("text"), 0o666))
	_, err := os.ReadFile("notes.txt")
	show("ReadFile", err)
	f, err := os.OpenFile("./notes.txt", os.O_RDWR, 0)
	show("OpenFile", err)
	f.Close()
	show("Mkdir", os.Mkdir("folder", 0o777))
	show("MkdirAll", os.MkdirAll("folder/a/b", 0o777))
	show("WriteFile", os.WriteFile("folder/a/kept", nil, 0o666))
	_, err = os.ReadDir("folder")
	show("ReadDir", err)
	show("Symlink", os.Symlink("notes.txt", "link"))
	_, err = os.Readlink("link")
	show("Readlink", err)
	show("Link", os.Link("notes.txt", "second"))
	show("Chmod", os.Chmod("notes.txt", 0o600))
	show("Chtimes", os.Chtimes("notes.txt", time.Unix(1, 0), time.Unix(1, 0)))
	show("Truncate", os.Truncate("notes.txt", 1))
	show("Rename", os.Rename("notes.txt", "folder/../renamed"))
	show("RemoveAll", os.RemoveAll("folder"))
	show("Remove", os.Remove("link"))
}

func network() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	show("Listen", err)
	if err == nil {
		_, port, _ := net.SplitHostPort(listener.Addr().String())
		_, err = net.Dial("tcp4", "localhost:"+port)
		show("Dial", err)
		_, err = net.DialTCP("tcp", nil, listener.Addr().(*net.TCPAddr))
		show("DialTCP", err)
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_, err = new(net.Dialer).DialContext(ctx, "tcp", listener.Addr().String())
		show("DialContext", err)
	}
	_, err = net.DialUDP("udp", nil, &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 9})
	show("DialUDP", err)
	_, err = net.ListenPacket("udp", "127.0.0.1:0")
	show("ListenPacket", err)
	_, err = net.Listen("unix", "socket")
	show("Listen unix", err)
	_, err = net.Dial("unix", "socket")
	show("Dial unix", err)
}

func main() {
	folder, err := os.MkdirTemp("", "lookout")
	if err == nil {
		err = os.Chdir(folder)
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer os.RemoveAll(folder)
	files()
	output, err := exec.Command("/bin/echo", "hello").Output()
	show("Command "+strings.TrimSpace(string(output)), err)
	network()
	roots()
}
