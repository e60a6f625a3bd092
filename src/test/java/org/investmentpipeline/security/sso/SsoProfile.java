package org.investmentpipeline.security.sso;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;
import org.investmentpipeline.period.AdvancedClock;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.FreePort;

/** A service that is told of a bureau's sign-on, which is not there yet when the service starts. */
public class SsoProfile implements QuarkusTestProfile {
    private static final String PORT = "tests.sign-on.port";

    /** Where the tests of this profile start the issuer; a property, since profile and tests are of different class loaders. */
    static int port() {
        return Integer.getInteger(PORT);
    }

    /** The pause between two questions to the issuer passes at once. */
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(AdvancedClock.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        System.setProperty(PORT, Integer.toString(FreePort.next()));
        return Map.of(
                "pipeline.sign-on.issuer",
                BureauIssuer.NAME,
                "pipeline.sign-on.audience",
                BureauIssuer.AUDIENCE,
                "pipeline.sign-on.keys",
                "http://127.0.0.1:" + port() + "/keys",
                "pipeline.sign-on.roles-claim",
                "resource_access/investment-pipeline/roles",
                "pipeline.sign-on.zones-claim",
                "zones",
                "pipeline.sign-on.roles.officer",
                "OFFICER,招商专员");
    }
}
