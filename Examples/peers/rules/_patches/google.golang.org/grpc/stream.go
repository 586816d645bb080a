// skywalking-go: plugins/grpc, clientStream, clientStream.SendMsg and clientStream.RecvMsg

package grpc

import "example.com/rules/trace"

//routinex:extend
type clientStream struct {
	sent, received int
}

//routinex:before
func (cs *clientStream) SendMsg(m interface{}) (err error) {
	cs.sent++
}

//routinex:after
func (cs *clientStream) RecvMsg(m interface{}) (err error) {
	if err == nil {
		cs.received++
		trace.Print("grpc stream", cs.callHdr.Method, "sent", cs.sent, "received", cs.received)
	}
}
