package org.investmentpipeline.security.user;

import static org.investmentpipeline.support.Users.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import org.investmentpipeline.security.account.AdminBootstrap;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Users;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Users of releases that did not compare folded names. */
@QuarkusTest
class FoldedUsernamesIT {
    @Inject
    FoldedUsernames folded;

    @Inject
    EntityManager entities;

    @Test
    void usersOfEarlierReleasesGetFoldedNamesAndThoseWhoLookAlikeGoOn() {
        var first = Users.settled(List.of("VIEWER"));
        var second = Users.settled(List.of("VIEWER"));
        var alone = Users.settled(List.of("VIEWER"));
        var capital = first.toUpperCase(Locale.ROOT);
        update("update users set username_folded = null where username in ('%s', '%s')".formatted(first, alone));
        update("update users set username = '%s', username_folded = null where username = '%s'"
                .formatted(capital, second));

        folded.start(new StartupEvent());
        folded.start(new StartupEvent());

        assertEquals(UsernameFolding.fold(first), foldedOf(first));
        assertNotNull(foldedOf(alone));
        assertNull(foldedOf(capital));
        for (var each : List.of(first, capital)) {
            assertTrue(SignedIn.token(RestAssured.port, each, PASSWORD).startsWith("pipeline_"));
        }
    }

    @Test
    void theFirstUserHasAFoldedName() {
        assertEquals(UsernameFolding.fold("admin"), AdminBootstrap.ADMIN_FOLDED);
        assertEquals(AdminBootstrap.ADMIN_FOLDED, foldedOf("admin"));
    }

    private void update(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private @Nullable String foldedOf(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("from User u where u.username = :username", User.class)
                        .setParameter("username", username)
                        .getSingleResult()
                        .usernameFolded);
    }
}
