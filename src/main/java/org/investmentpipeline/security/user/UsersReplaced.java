package org.investmentpipeline.security.user;

/** That all users, tokens and passwords are others than before. */
public record UsersReplaced() {}
