"""What stands behind ./ticketing: runs the whole system on one machine, without Docker and without keys."""
