package org.investmentpipeline.api.outage;

/** That a job could not do its work for want of a database, which to the scheduler looks as if it had. */
public record JobWaits(String job) {}
