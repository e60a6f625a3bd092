package org.investmentpipeline.security.signon;

import static org.investmentpipeline.security.signon.Guests.EC;
import static org.investmentpipeline.security.signon.Guests.accepted;

import org.investmentpipeline.support.BureauIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests for which the issuer is at work, and heard by the service. */
abstract class SignOnSuite {
    static BureauIssuer issuer;

    @BeforeAll
    static void open() {
        issuer = Guests.issuer();
    }

    @BeforeEach
    void isHeard() throws Exception {
        accepted(EC);
    }

    @AfterAll
    static void close() {
        issuer.close();
    }
}
