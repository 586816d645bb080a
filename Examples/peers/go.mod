module example.com/peers

go 1.18

require (
	example.com/rules v0.0.0
	github.com/gin-gonic/gin v1.8.1
	github.com/gorilla/mux v1.8.0
	github.com/julienschmidt/httprouter v1.3.0
	github.com/labstack/echo/v4 v4.2.1
	github.com/mattn/go-sqlite3 v1.14.16
	github.com/sirupsen/logrus v1.9.0
	go.opentelemetry.io/otel v1.1.0
	go.uber.org/zap v1.23.0
	google.golang.org/grpc v1.33.3
)

replace example.com/rules => ./rules
