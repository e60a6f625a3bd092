package org.investmentpipeline.security.account;

/** That all users, tokens and passwords are others than before. */
public record UsersReplaced() {}
