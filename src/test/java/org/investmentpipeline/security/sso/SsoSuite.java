package org.investmentpipeline.security.sso;

import static org.investmentpipeline.security.sso.Guests.EC;
import static org.investmentpipeline.security.sso.Guests.accepted;

import org.investmentpipeline.support.BureauIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Tests for which the issuer is at work, and heard by the service. */
@Tag("portable")
abstract class SsoSuite {
    static BureauIssuer issuer;

    @BeforeAll
    static void open() {
        issuer = Guests.issuer();
    }

    @BeforeEach
    void isHeard() {
        accepted(EC);
    }

    @AfterAll
    static void close() {
        issuer.close();
    }
}
