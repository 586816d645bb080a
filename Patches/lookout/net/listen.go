package net

import (
	"context"
	"os"
)

// lookoutForListen checks an address that the program wants to listen on.
func lookoutForListen(network, given string, address Addr) error {
	name := given
	switch network {
	case "unix", "unixgram", "unixpacket":
		name = lookoutSocket(given)
	}
	if err := os.RoutinexLookout("listen", name); err != nil {
		return &OpError{Op: "listen", Net: network, Addr: address, Err: err}
	}
	return nil
}

// net.Listen and net.ListenPacket call the methods of ListenConfig.
//
//routinex:before
func (lc *ListenConfig) Listen(ctx context.Context, network, address string) (Listener, error) {
	if os.RoutinexLookout != nil {
		if err := lookoutForListen(network, address, nil); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func (lc *ListenConfig) ListenPacket(ctx context.Context, network, address string) (PacketConn, error) {
	if os.RoutinexLookout != nil {
		if err := lookoutForListen(network, address, nil); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error) {
	if os.RoutinexLookout != nil && laddr != nil {
		if err := lookoutForListen(network, laddr.String(), laddr); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func ListenUDP(network string, laddr *UDPAddr) (*UDPConn, error) {
	if os.RoutinexLookout != nil && laddr != nil {
		if err := lookoutForListen(network, laddr.String(), laddr); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func ListenIP(network string, laddr *IPAddr) (*IPConn, error) {
	if os.RoutinexLookout != nil && laddr != nil {
		if err := lookoutForListen(network, laddr.String(), laddr); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func ListenMulticastUDP(network string, ifi *Interface, gaddr *UDPAddr) (*UDPConn, error) {
	if os.RoutinexLookout != nil && gaddr != nil {
		if err := lookoutForListen(network, gaddr.String(), gaddr); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func ListenUnix(network string, laddr *UnixAddr) (*UnixListener, error) {
	if os.RoutinexLookout != nil && laddr != nil {
		if err := lookoutForListen(network, laddr.Name, laddr); err != nil {
			return nil, err
		}
	}
}

//routinex:before
func ListenUnixgram(network string, laddr *UnixAddr) (*UnixConn, error) {
	if os.RoutinexLookout != nil && laddr != nil {
		if err := lookoutForListen(network, laddr.Name, laddr); err != nil {
			return nil, err
		}
	}
}
