//go:build go1.21

package net

import (
	"context"
	"os"
)

//routinex:before
func (sd *sysDialer) dialMPTCP(ctx context.Context, laddr, raddr *TCPAddr) (*TCPConn, error) {
	if os.RoutinexLookout != nil {
		if err := lookoutForDial(ctx, sd.address, raddr); err != nil {
			return nil, err
		}
	}
}
