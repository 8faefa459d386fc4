package memkv_test

import (
	"testing"

	"newsgraph/graph/kv"
	"newsgraph/graph/kv/kvtest"
	"newsgraph/graph/kv/memkv"
)

func TestStore(t *testing.T) {
	kvtest.Test(t, func(*testing.T) kv.Store { return memkv.New() })
}

func TestSimulation(t *testing.T) { kvtest.Simulate(t, memkv.New(), 1_500, nil) }
