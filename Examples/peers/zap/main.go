// Command zap logs with both kinds of loggers.
package main

import (
	"os"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

//app:span name:buying
func main() {
	encoder := zapcore.NewJSONEncoder(zapcore.EncoderConfig{MessageKey: "message"})
	logger := zap.New(zapcore.NewCore(encoder, zapcore.AddSync(os.Stdout), zap.InfoLevel))
	logger.Info("plain", zap.Int("count", 1))
	logger.Sugar().Infof("%d sugared", 2)
	logger.Sugar().Warnw("with keys", "count", 3)
	logger.Sugar().Infoln("words", 4)
}
