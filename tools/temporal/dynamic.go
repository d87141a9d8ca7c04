package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"go.temporal.io/server/common/dynamicconfig"
)

// defaultDynamicConfig is what every engine runs with unless a flag says otherwise.
// Everything else keeps the server's own default, so that an engine behaves like
// the production server of the same version.
func defaultDynamicConfig() dynamicconfig.StaticClient {
	c := dynamicconfig.StaticClient{}
	for key, value := range map[dynamicconfig.Key]any{
		// New search attributes and Nexus endpoints count at once …
		dynamicconfig.ForceSearchAttributesCacheRefreshOnRead.Key(): true,
		dynamicconfig.ForceNexusEndpointRefreshOnRead.Key():         true,
		// … which costs a read per request, so the read limits rise with it.
		dynamicconfig.FrontendPersistenceMaxQPS.Key(): 10000,
		dynamicconfig.HistoryPersistenceMaxQPS.Key():  45000,
		// The Web UI and our list views ask more often than ten times a second.
		dynamicconfig.FrontendMaxNamespaceVisibilityRPSPerInstance.Key(): 100,
		// The production cache size is for production memory.
		dynamicconfig.HistoryCacheHostLevelMaxSize.Key(): 8096,
		// No calls home from a desk or a test run.
		dynamicconfig.EnableServerVersionCheck.Key(): false,
	} {
		c[key] = []dynamicconfig.ConstrainedValue{{Value: value}}
	}
	return c
}

// addDynamicConfig takes KEY=JSON. A value of the wrong type is refused, because
// the server would silently fall back to its default. An unknown key is only
// warned about: callers may pass keys of newer servers.
func (o *options) addDynamicConfig(s string) error {
	name, raw, ok := strings.Cut(s, "=")
	if !ok || name == "" || !json.Valid([]byte(raw)) {
		return errors.New(`want KEY=JSON, a text as KEY="text"`)
	}
	// The loader of the server's config files knows each key's type, and turns
	// whole numbers into the ints that the server insists on.
	var loader dynamicconfig.YamlLoader
	key := dynamicconfig.MakeKey(name)
	loader.LoadValue(key, fmt.Appendf(nil, `[{"value": %s}]`, raw))
	if err := loader.Err(); err != nil {
		return err
	}
	for _, warning := range loader.Warnings {
		if strings.HasPrefix(warning.Error(), "validation failed") {
			return warning
		}
	}
	o.dynamicConfigWarnings = append(o.dynamicConfigWarnings, loader.Warnings...)
	o.dynamicConfig[key] = loader.Map[key]
	return nil
}
