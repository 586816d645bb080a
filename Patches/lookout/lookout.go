// Package lookout refuses or logs what a program does with files, other programs and the network, by the policy that the
// environment variable ROUTINEX_LOOKOUT names:
//
//	routinex go build --patches lookout -o app . && ROUTINEX_LOOKOUT=policy.txt ./app
//
// A policy has a rule on each line. The first one that is for a call decides, and without one the call is made:
//
//	# comments and empty lines are passed by
//	allow read,write /srv/data/**
//	log   read       *.pem
//	deny  write      **
//	deny  exec       **
//	log   dial       *.example.com:443
//	deny  dial       **
//
// allow makes the call, log writes a line on standard error too, deny writes the line and makes the call fail. Its error says
// which rule it was, and errors.Is(err, fs.ErrPermission) and os.IsPermission(err) hold for it.
//
//	lookout: 2026/11/21 09:30:00.123456 deny exec /usr/bin/id (policy.txt:5)
//
// The kinds, of which a rule may name several, or all by *:
//
//	read    os.Open, OpenFile, ReadFile, ReadDir, Readlink, OpenRoot, and these methods of os.Root
//	write   os.Create, WriteFile, OpenFile, Mkdir, Remove, RemoveAll, Rename, Link, Symlink, Truncate, Chmod, Chown, Chtimes, and
//	        these methods of os.Root
//	exec    os.StartProcess and package os/exec
//	dial    net.Dial and all other ways to connect; net/http is among them
//	listen  net.Listen, ListenPacket and their like
//
// A pattern for files is compared with the absolute path: * and ? stand for what is in one element, ** for anything. Without
// a slash it is for the last element, else it begins with / or **/. One for the network is compared with the address as
// the program gives it, such as example.com:443 or :8080, and for dial with the one that it was looked up as, too. A Unix socket has a path.
// RemoveAll is refused as a whole where something below must stay.
//
// The policy is read when the program starts. If it cannot be read, or a line of it is wrong, the program says so and exits with
// status 2. Without the variable each of these calls costs a comparison. go test runs tests again when a policy in their module
// has changed; after an edit of another one give it -count=1.
//
// It is a lookout and no prison: not seen are system calls by package syscall, golang.org/x/sys and C code, name lookups,
// Stat and its like, files that are open already, and what a path means that leads over a symbolic link. Files that the standard
// library opens for itself by package os, such as /etc/hosts, count. The programs that are started inherit the variable, and
// obey it only if they were built with the set.
package lookout
