package net

import (
	"context"
	"os"
)

// lookoutForDial checks a connection. A rule may match the address as the program gives it or as it was looked up.
func lookoutForDial(ctx context.Context, given string, address Addr) error {
	if ctx.Value(lookingUp{}) != nil {
		return nil
	}
	if _, isLocal := address.(*UnixAddr); isLocal {
		return os.RoutinexLookout("dial", lookoutSocket(address.String()))
	}
	return os.RoutinexLookout("dial", given, address.String())
}

// lookoutSocket returns the absolute path of a Unix socket. An abstract or empty name stays as it is.
func lookoutSocket(name string) string {
	if name == "" || name[0] == '@' {
		return name
	}
	return os.RoutinexLookoutPath(name)
}

// lookingUp marks the contexts of connections to name servers. The policy does not apply to them.
type lookingUp struct{}

//routinex:before
func (r *Resolver) dial(ctx context.Context, network, server string) (Conn, error) {
	if os.RoutinexLookout != nil {
		ctx = context.WithValue(ctx, lookingUp{}, true)
	}
}

// All functions that connect call one of these.

//routinex:before
func (sd *sysDialer) dialTCP(ctx context.Context, laddr, raddr *TCPAddr) (*TCPConn, error) {
	if os.RoutinexLookout != nil {
		if err := lookoutForDial(ctx, sd.address, raddr); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func (sd *sysDialer) dialUDP(ctx context.Context, laddr, raddr *UDPAddr) (*UDPConn, error) {
	if os.RoutinexLookout != nil {
		if err := lookoutForDial(ctx, sd.address, raddr); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func (sd *sysDialer) dialIP(ctx context.Context, laddr, raddr *IPAddr) (*IPConn, error) {
	if os.RoutinexLookout != nil {
		if err := lookoutForDial(ctx, sd.address, raddr); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func (sd *sysDialer) dialUnix(ctx context.Context, laddr, raddr *UnixAddr) (*UnixConn, error) {
	if os.RoutinexLookout != nil && raddr != nil {
		if err := lookoutForDial(ctx, sd.address, raddr); err != nil {
			return nil, err
		}
	}
}
