package org.investmentpipeline.outage;

/** Fired when a job was skipped because the database was unavailable; the scheduler sees a successful run. */
public record JobSkipped(String job) {}
