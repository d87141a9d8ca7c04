package main

import (
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"

	enums "go.temporal.io/api/enums/v1"
	"go.temporal.io/server/common/dynamicconfig"
)

// options is the command line, checked and in the types the rest works with.
type options struct {
	ip          string
	port        int // 0: any free port
	httpPort    int // 0: any free port
	metricsPort int // 0: no metrics

	headless           bool
	uiIP               string
	uiPort             int // 0: port + 1000
	uiPublicPath       string
	uiAssetPath        string
	uiCodecEndpoint    string
	uiDisableNewsFetch bool

	dbFilename       string // "": in memory
	pragmas          map[string]string
	namespaces       []string
	searchAttributes map[string]enums.IndexedValueType

	dynamicConfig         dynamicconfig.StaticClient
	dynamicConfigWarnings []error

	logLevel      string
	logFormat     string
	logConfig     bool
	stopWithStdin bool
	version       bool
}

// check settles what single flags cannot: defaults that depend on others, and ranges.
func (o *options) check() error {
	for _, p := range []struct {
		flag string
		port int
	}{{"port", o.port}, {"http-port", o.httpPort}, {"ui-port", o.uiPort}, {"metrics-port", o.metricsPort}} {
		if p.port < 0 || p.port > 65535 {
			return fmt.Errorf("--%s %d is not a port between 0 and 65535", p.flag, p.port)
		}
	}
	if o.uiIP == "" {
		o.uiIP = o.ip
	}
	var err error
	if o.ip, err = parseIP("ip", o.ip); err != nil {
		return err
	}
	if o.uiIP, err = parseIP("ui-ip", o.uiIP); err != nil {
		return err
	}
	if o.uiPort == 0 && o.port != 0 {
		o.uiPort = min(o.port+1000, 65535)
	}
	if o.uiPublicPath != "" && !strings.HasPrefix(o.uiPublicPath, "/") {
		return fmt.Errorf("--ui-public-path %q must begin with a slash", o.uiPublicPath)
	}
	if !slices.Contains(logLevels, o.logLevel) {
		return fmt.Errorf("--log-level %q is none of %s", o.logLevel, strings.Join(logLevels, ", "))
	}
	if !slices.Contains(logFormats, o.logFormat) {
		return fmt.Errorf("--log-format %q is none of %s", o.logFormat, strings.Join(logFormats, ", "))
	}
	return nil
}

// parseIP accepts "localhost" too, because the server itself wants an address.
func parseIP(name, s string) (string, error) {
	if s == "localhost" {
		return "127.0.0.1", nil
	}
	if net.ParseIP(s) == nil {
		return "", fmt.Errorf("--%s %q is not an IP address", name, s)
	}
	return s, nil
}

func (o *options) addNamespace(name string) error {
	if name == "" {
		return errors.New("want a name")
	}
	if !slices.Contains(o.namespaces, name) {
		o.namespaces = append(o.namespaces, name)
	}
	return nil
}

func (o *options) addPragma(s string) error {
	name, value, ok := strings.Cut(s, "=")
	if !ok || name == "" || value == "" {
		return errors.New("want NAME=VALUE")
	}
	o.pragmas[strings.ToLower(name)] = value
	return nil
}

func (o *options) addSearchAttribute(s string) error {
	name, typeName, ok := strings.Cut(s, "=")
	if !ok || name == "" {
		return errors.New("want NAME=TYPE")
	}
	for known, number := range enums.IndexedValueType_shorthandValue {
		if number != 0 && strings.EqualFold(known, typeName) {
			o.searchAttributes[name] = enums.IndexedValueType(number)
			return nil
		}
	}
	return fmt.Errorf("%q is none of Text, Keyword, Int, Double, Bool, Datetime, KeywordList", typeName)
}
