// orchestrion: contrib/google.golang.org/grpc, Client and Server

package grpc

import (
	"context"

	"example.com/rules/trace"
)

// Dial calls this function.
//
//routinex:before
func DialContext(ctx context.Context, target string, opts ...DialOption) (conn *ClientConn, err error) {
	opts = append(opts[:len(opts):len(opts)], WithChainUnaryInterceptor(traceClient))
}

//routinex:before
func NewServer(opt ...ServerOption) *Server {
	opt = append(opt[:len(opt):len(opt)], ChainUnaryInterceptor(traceServer))
}

func traceClient(
	ctx context.Context, method string, req, reply interface{}, cc *ClientConn, invoke UnaryInvoker, opts ...CallOption,
) error {
	span := trace.Start("grpc client ", method)
	defer span.End()
	span.Err = invoke(ctx, method, req, reply, cc, opts...)
	return span.Err
}

func traceServer(ctx context.Context, req interface{}, info *UnaryServerInfo, handle UnaryHandler) (interface{}, error) {
	span := trace.Start("grpc server ", info.FullMethod)
	defer span.End()
	reply, err := handle(ctx, req)
	span.Err = err
	return reply, err
}
