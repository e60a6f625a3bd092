package org.investmentpipeline.security.user;

/** Fired when all users, tokens and passwords were replaced by a restoration. */
public record UsersReplaced() {}
