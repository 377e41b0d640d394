package io.ticketing.triage.desk;

/** A desk has a place free that it had not before: somebody who waits may have it. */
public record PlaceFreed() {}
