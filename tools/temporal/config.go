package main

import (
	"go.temporal.io/server/common/cluster"
	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/membership/static"
	"go.temporal.io/server/common/metrics"
	"go.temporal.io/server/common/primitives"
)

const (
	clusterName = "active"
	storeName   = "sqlite"
	disabled    = "disabled"
)

// serverConfig is what a production server reads from its configuration file:
// one shard, all roles in this process, one store for histories and visibility.
func serverConfig(o *options, p ports, store *config.SQL) *config.Config {
	frontend := address(dialable(o.ip), p.grpc)
	c := &config.Config{
		Persistence: config.Persistence{
			DefaultStore:     storeName,
			VisibilityStore:  storeName,
			NumHistoryShards: 1,
			DataStores:       map[string]config.DataStore{storeName: {SQL: store}},
		},
		ClusterMetadata: &cluster.Config{
			FailoverVersionIncrement: 10,
			MasterClusterName:        clusterName,
			CurrentClusterName:       clusterName,
			ClusterInformation: map[string]cluster.ClusterInformation{clusterName: {
				Enabled:                true,
				InitialFailoverVersion: 1,
				RPCAddress:             frontend,
				HTTPAddress:            address(dialable(o.ip), p.http),
			}},
		},
		DCRedirectionPolicy: config.DCRedirectionPolicy{Policy: "noop"},
		PublicClient:        config.PublicClient{HostPort: frontend},
		Services: map[string]config.Service{
			string(primitives.FrontendService): {RPC: config.RPC{GRPCPort: p.grpc, HTTPPort: p.http, BindOnIP: o.ip}},
			string(primitives.HistoryService):  internalService(p.history),
			string(primitives.MatchingService): internalService(p.matching),
			string(primitives.WorkerService):   internalService(p.worker),
		},
	}
	c.Archival.History.State = disabled
	c.Archival.Visibility.State = disabled
	c.NamespaceDefaults.Archival.History.State = disabled
	c.NamespaceDefaults.Archival.Visibility.State = disabled
	if p.metrics != 0 {
		c.Global.Metrics = &metrics.Config{Prometheus: &metrics.PrometheusConfig{
			ListenAddress: address(o.ip, p.metrics),
			HandlerPath:   "/metrics",
		}}
	}
	return c
}

// internalService is a role that only the engine itself talks to.
func internalService(port int) config.Service {
	return config.Service{RPC: config.RPC{GRPCPort: port, BindOnIP: loopback}}
}

// staticHosts tells every role where the others are, so that one process needs
// no membership protocol and no ports for it.
func staticHosts(o *options, p ports) map[primitives.ServiceName]static.Hosts {
	return map[primitives.ServiceName]static.Hosts{
		primitives.FrontendService: static.SingleLocalHost(address(dialable(o.ip), p.grpc)),
		primitives.HistoryService:  static.SingleLocalHost(address(loopback, p.history)),
		primitives.MatchingService: static.SingleLocalHost(address(loopback, p.matching)),
		primitives.WorkerService:   static.SingleLocalHost(address(loopback, p.worker)),
	}
}
