package io.ticketing.web.leaning;

import io.ticketing.triage.Analysing;

record Leaning(Analysing service) {}
