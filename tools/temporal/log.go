package main

import (
	"go.temporal.io/server/common/log"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

var (
	logLevels  = []string{"debug", "info", "warn", "error", "never"}
	logFormats = []string{"pretty", "text", "json"} // text is the CLI's newer word for pretty
)

// silent lies above every level the server logs at.
const silent = zapcore.FatalLevel + 1

// newLogger logs to standard error. The level returned with it is live, so that
// the warnings every server utters while it stops can be kept off the screen.
func newLogger(o *options) (log.Logger, zap.AtomicLevel, error) {
	level := zap.NewAtomicLevelAt(silent)
	if o.logLevel != "never" {
		level.SetLevel(log.ParseZapLevel(o.logLevel))
	}
	cfg := zap.Config{
		Level:             level,
		Encoding:          "json",
		EncoderConfig:     log.DefaultZapEncoderConfig,
		OutputPaths:       []string{"stderr"},
		ErrorOutputPaths:  []string{"stderr"},
		DisableCaller:     true,
		DisableStacktrace: true, // the server's own log lines name their place
	}
	if o.logFormat != "json" {
		cfg.Encoding = "console"
	}
	zapLogger, err := cfg.Build()
	if err != nil {
		return nil, level, err
	}
	return log.NewZapLogger(zapLogger), level, nil
}
