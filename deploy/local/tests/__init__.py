"""Tests of the launcher: real processes, small ones in place of databases and services."""
