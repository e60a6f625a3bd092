package org.investmentpipeline.security;

import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.register;

import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Users;

/**
 * A manager who is limited to one of two zones.
 *
 * @param own the zone within reach
 * @param other the zone beyond it
 * @param bearer how the manager asks
 */
record TwoZones(String own, String other, String bearer) {

    static TwoZones make() {
        var own = Fixtures.zone();
        return new TwoZones(own, Fixtures.zone(), Users.bearer(Users.user(List.of("MANAGER"), own)));
    }

    /** Somebody who may registers a project of 6亿 there. */
    static long in(String zone, Object... values) {
        var all = new ArrayList<Object>(List.of("zone", zone, "investment", cny("600000000")));
        all.addAll(List.of(values));
        return register(all.toArray());
    }
}
