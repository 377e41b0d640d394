package io.ticketing.events;

/** Stands for the facts' own interface, which this module must not depend on. */
public interface FactData {}
