// Package lookout refuses or logs what a program does with files, other programs and the network. The environment variable
// ROUTINEX_LOOKOUT names a file, the policy:
//
//	routinex go build --patches lookout -o app . && ROUTINEX_LOOKOUT=policy.txt ./app
//
// A policy has one rule per line. The first rule that matches a call decides. Calls that match no rule are allowed.
//
//	# comments and empty lines are ignored
//	allow read,write /srv/data/**
//	log   read       *.pem
//	deny  write      **
//	deny  exec       **
//	log   dial       *.example.com:443
//	deny  dial       **
//
// The action allow makes the call; log also writes a line on standard error; deny writes the line and makes the call fail. The
// error names the rule, and errors.Is(err, fs.ErrPermission) and os.IsPermission(err) are true for it.
//
//	lookout: 2026/11/21 09:30:00.123456 deny exec /usr/bin/id (policy.txt:5)
//
// A rule has one of these kinds, several with commas between them, or * for all:
//
//	read    os.Open, OpenFile, ReadFile, ReadDir, Readlink, OpenRoot, and these methods of os.Root
//	write   os.Create, WriteFile, OpenFile, Mkdir, Remove, RemoveAll, Rename, Link, Symlink, Truncate, Chmod, Chown, Chtimes, and
//	        these methods of os.Root
//	exec    os.StartProcess and package os/exec
//	dial    net.Dial and all other functions that connect, also those of net/http
//	listen  net.Listen, ListenPacket and the like
//
// A pattern for read, write and exec is compared with the absolute path. If it has no slash, it is compared with the last
// element of the path. If it has one, it begins with / or **/. * and ? match within one element, ** matches anything. RemoveAll
// is refused as a whole if something below its path must stay.
//
// A pattern for dial and listen is compared with the address as the program gives it, such as example.com:443 or :8080. For
// dial it is also compared with the address as it was looked up. The address of a Unix socket is its absolute path.
//
// The program reads the policy when it starts. If the policy cannot be read or has a mistake, the program prints a message and
// exits with status 2. Without the variable, each of these calls costs a comparison. go test runs tests again if a policy in
// their module has changed. After a change of any other policy, use -count=1.
//
// The set is not a sandbox. It does not see system calls by package syscall, golang.org/x/sys and C code, name lookups, calls
// of Stat and the like, files that are already open, or the targets of symbolic links. The policy also applies to files that
// the standard library itself opens with package os, such as /etc/hosts. Programs that the program starts inherit the variable,
// but obey it only if they were built with the set.
package lookout
