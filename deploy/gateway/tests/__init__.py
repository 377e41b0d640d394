"""Run with `python3 -m unittest discover -s deploy/gateway/tests -t deploy/gateway`; `ENVOY` may name the binary."""
