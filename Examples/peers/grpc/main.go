// Command grpc checks a server's health, and watches it.
package main

import (
	"context"
	"fmt"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	server := grpc.NewServer()
	healthpb.RegisterHealthServer(server, health.NewServer())
	go server.Serve(listener)

	connection, err := grpc.Dial(listener.Addr().String(), grpc.WithInsecure())
	if err != nil {
		panic(err)
	}
	client := healthpb.NewHealthClient(connection)
	ctx := context.Background()
	answer, err := client.Check(ctx, &healthpb.HealthCheckRequest{})
	fmt.Println(answer.GetStatus(), err)
	_, err = client.Check(ctx, &healthpb.HealthCheckRequest{Service: "tea"})
	fmt.Println(err)
	stream, err := client.Watch(ctx, &healthpb.HealthCheckRequest{})
	if err != nil {
		panic(err)
	}
	answer, err = stream.Recv()
	fmt.Println(answer.GetStatus(), err)
}
