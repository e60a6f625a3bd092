package org.investmentpipeline.security.throttle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jboss.logging.Logger;

/** The addresses from which a user signed in before. Only a correct password adds one, and the number per user is limited. */
@ApplicationScoped
class KnownAddresses {
    static final int MOST_OF_USER = 20;

    private static final Logger LOG = Logger.getLogger(KnownAddresses.class);

    private final EntityManager entities;

    KnownAddresses(EntityManager entities) {
        this.entities = entities;
    }

    boolean isKnown(LoginSource source, Instant since) {
        var rows = QuarkusTransaction.requiringNew()
                .call(() -> of(
                                "select address from known_address where account_hash = :account and address = :address"
                                        + " and last_signed_in_at > :at",
                                source,
                                since)
                        .getResultList());
        return !rows.isEmpty();
    }

    void remember(LoginSource source, Instant at) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var known = of(
                        "update known_address set last_signed_in_at = :at"
                                + " where account_hash = :account and address = :address",
                        source,
                        at);
                if (known.executeUpdate() == 0) {
                    of(
                                    "insert into known_address (account_hash, address, last_signed_in_at)"
                                            + " values (:account, :address, :at)",
                                    source,
                                    at)
                            .executeUpdate();
                    forgetOldest(source);
                }
            });
        } catch (ConstraintViolationException alike) {
            LOG.debug("Two concurrent first sign-ins from one address");
        }
    }

    private void forgetOldest(LoginSource source) {
        sql("select last_signed_in_at from known_address where account_hash = :account"
                        + " order by last_signed_in_at desc offset %d rows fetch next 1 rows only"
                                .formatted(MOST_OF_USER))
                .addScalar("last_signed_in_at", StandardBasicTypes.INSTANT)
                .setParameter("account", source.account())
                .getResultList()
                .forEach(oldest ->
                        sql("delete from known_address where account_hash = :account and last_signed_in_at <= :at")
                                .setParameter("account", source.account())
                                .setParameter("at", (Instant) oldest, StandardBasicTypes.INSTANT)
                                .executeUpdate());
    }

    void forget(Instant before) {
        sql("delete from known_address where last_signed_in_at < :at")
                .setParameter("at", before, StandardBasicTypes.INSTANT)
                .executeUpdate();
    }

    private NativeQuery<?> of(String text, LoginSource source, Instant at) {
        return sql(text)
                .setParameter("account", source.account())
                .setParameter("address", source.address())
                .setParameter("at", at, StandardBasicTypes.INSTANT);
    }

    private NativeQuery<?> sql(String text) {
        return entities.unwrap(Session.class).createNativeQuery(text);
    }
}
