package main

import (
	"errors"
	"flag"
	"slices"
	"strings"
	"testing"

	enums "go.temporal.io/api/enums/v1"
	"go.temporal.io/server/common/dynamicconfig"
)

func parse(t *testing.T, args ...string) *options {
	t.Helper()
	o, err := parseOptions(args)
	if err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	return o
}

func TestTheSdkCanStartTheEngineLikeTheCli(t *testing.T) {
	o := parse(t, "server", "start-dev", "--port", "4000", "--namespace", "default", "--ip", "127.0.0.1",
		"--log-format", "pretty", "--log-level", "warn", "--headless", "--dynamic-config-value", "frontend.WorkflowTimeSkippingEnabled=true")
	if o.port != 4000 || !o.headless || !slices.Equal(o.namespaces, []string{"default"}) {
		t.Errorf("got %+v", o)
	}
}

func TestDefaultsAreThoseOfTheCli(t *testing.T) {
	o := parse(t)
	if o.ip != "127.0.0.1" || o.port != 7233 || o.uiIP != o.ip || o.uiPort != 8233 || o.logLevel != "warn" {
		t.Errorf("got %+v", o)
	}
	if _, set := o.dynamicConfig[dynamicconfig.MakeKey("frontend.WorkflowTimeSkippingEnabled")]; set {
		t.Error("time skipping is on without its flag")
	}
}

func TestRepeatedFlagsAddUp(t *testing.T) {
	o := parse(t, "-n", "a", "--namespace=b", "--namespace", "a", "--ip", "localhost", "--port", "65000",
		"--search-attribute", "DealId=Keyword", "--search-attribute", "feeCents=int", "--sqlite-pragma", "SYNCHRONOUS=off")
	if !slices.Equal(o.namespaces, []string{"default", "a", "b"}) {
		t.Errorf("namespaces %v", o.namespaces)
	}
	if o.searchAttributes["DealId"] != enums.INDEXED_VALUE_TYPE_KEYWORD || o.searchAttributes["feeCents"] != enums.INDEXED_VALUE_TYPE_INT {
		t.Errorf("search attributes %v", o.searchAttributes)
	}
	if o.pragmas["synchronous"] != "off" || o.ip != "127.0.0.1" || o.uiPort != 65535 {
		t.Errorf("got %+v", o)
	}
}

func TestDynamicConfigHasTheTypesTheServerInsistsOn(t *testing.T) {
	o := parse(t, "--dynamic-config-value", "frontend.namespaceRPS.visibility=7",
		"--dynamic-config-value", `history.timerProcessorMaxTimeShift="10ms"`,
		"--dynamic-config-value", "a.newer.servers.key=true")
	got := o.dynamicConfig.GetValue(dynamicconfig.MakeKey("frontend.namespaceRPS.visibility"))
	if len(got) != 1 || got[0].Value != 7 {
		t.Errorf("got %#v", got)
	}
	if len(o.dynamicConfigWarnings) != 1 {
		t.Errorf("warnings %v", o.dynamicConfigWarnings)
	}
}

func TestMistakesAreToldInOneSentence(t *testing.T) {
	for args, want := range map[string]string{
		"--foo":                          "unknown flag --foo",
		"--port":                         "no value after --port",
		"--port x":                       `invalid value "x" for --port`,
		"--port 70000":                   "--port 70000 is not a port",
		"--headless=x":                   `invalid boolean value "x" for --headless`,
		"server stop":                    `unexpected argument "server"`,
		"--ip here":                      `--ip "here" is not an IP address`,
		"--ui-ip here":                   `--ui-ip "here" is not an IP address`,
		"--ui-public-path x":             "must begin with a slash",
		"--namespace=":                   "want a name",
		"--sqlite-pragma wal":            "want NAME=VALUE",
		"--search-attribute DealId":      "want NAME=TYPE",
		"--search-attribute DealId=Uuid": `"Uuid" is none of`,
		"--log-level loud":               `--log-level "loud" is none of`,
		"--log-format xml":               `--log-format "xml" is none of`,
		"--dynamic-config-value a.b=c":   "want KEY=JSON",
		"--dynamic-config-value a.b":     "want KEY=JSON",
		"--dynamic-config-value frontend.namespaceRPS.visibility=true": "value type is not int",
	} {
		_, err := parseOptions(strings.Fields(args))
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", args, err)
		}
	}
}

func TestHelpNamesEveryFlagOnce(t *testing.T) {
	if _, err := parseOptions([]string{"--help"}); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("got %v", err)
	}
	for _, name := range []string{"--db-filename", "--ui-codec-endpoint", "--stop-with-stdin", "--version"} {
		if strings.Count(usage(), name+" ") != 1 {
			t.Errorf("%s is not in the help once", name)
		}
	}
}
