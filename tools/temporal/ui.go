package main

import (
	"fmt"
	"net"
	"strings"
	"time"

	uiserver "github.com/temporalio/ui-server/v2/server"
	uiconfig "github.com/temporalio/ui-server/v2/server/config"
	uioptions "github.com/temporalio/ui-server/v2/server/server_options"
)

// startUI serves the Web UI and returns once it answers. Should its port be taken
// in the instant since it was claimed, the UI's own logger ends the process.
func startUI(o *options, p ports) (*uiserver.Server, error) {
	host := o.uiIP
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	ui := uiserver.NewServer(uioptions.WithConfigProvider(&uiconfig.Config{
		TemporalGRPCAddress: address(dialable(o.ip), p.grpc),
		Host:                host,
		Port:                p.ui,
		PublicPath:          o.uiPublicPath,
		EnableUI:            true,
		UIAssetPath:         o.uiAssetPath,
		DefaultNamespace:    o.namespaces[min(1, len(o.namespaces)-1)], // the caller's own, if any
		DisableNewsFetch:    o.uiDisableNewsFetch,
		Codec:               uiconfig.Codec{Endpoint: o.uiCodecEndpoint},
		CORS:                uiconfig.CORS{CookieInsecure: true}, // plain HTTP on a desk
		HideLogs:            true,
	}))
	go func() { _ = ui.Start() }()
	where := address(dialable(o.uiIP), p.ui)
	for range 100 {
		if conn, err := net.Dial("tcp", where); err == nil {
			conn.Close()
			return ui, nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	return nil, fmt.Errorf("the Web UI does not answer on %s: pass another --ui-port, or --headless", where)
}
