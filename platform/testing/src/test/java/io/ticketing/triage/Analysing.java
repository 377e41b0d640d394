package io.ticketing.triage;

public class Analysing {}
