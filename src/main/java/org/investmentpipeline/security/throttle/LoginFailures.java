package org.investmentpipeline.security.throttle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/** The stored failures: one row for each password that was wrong, or is being checked. */
@ApplicationScoped
class LoginFailures {
    /** The number of rows that are kept, the newest; a row is added only with a check of a password, which takes 80 ms of a processor. */
    static final int MOST = 50_000;

    private final EntityManager entities;

    LoginFailures(EntityManager entities) {
        this.entities = entities;
    }

    /** Failures within the window, and the last of them. */
    record Count(int failures, @Nullable Instant last) {}

    /** The failures that count against a source. */
    record Counts(Count ofPair, Count ofAccount, Count ofAddress) {}

    /** Counts the failures between two moments, except one row. */
    Counts counts(LoginSource source, String exceptId, Instant after, Instant upTo) {
        var rows = QuarkusTransaction.requiringNew()
                .call(() -> sql("""
                        select 1 as kind, count(*) as failures, max(failed_at) as last from login_failure
                            where pair_hash = :pair and failed_at > :after and failed_at <= :upTo and id <> :except
                        union all select 2, count(*), max(failed_at) from login_failure
                            where account_hash = :account and failed_at > :after and failed_at <= :upTo and id <> :except
                        union all select 3, count(*), max(failed_at) from login_failure
                            where address = :address and failed_at > :after and failed_at <= :upTo and id <> :except
                        order by 1
                        """)
                        .addScalar("failures", StandardBasicTypes.INTEGER)
                        .addScalar("last", StandardBasicTypes.INSTANT)
                        .setParameter("pair", source.pair())
                        .setParameter("account", source.account())
                        .setParameter("address", source.address())
                        .setParameter("after", after, StandardBasicTypes.INSTANT)
                        .setParameter("upTo", upTo, StandardBasicTypes.INSTANT)
                        .setParameter("except", exceptId)
                        .getResultList());
        var counts = rows.stream().map(LoginFailures::count).toList();
        return new Counts(counts.get(0), counts.get(1), counts.get(2));
    }

    private static Count count(Object row) {
        var columns = (Object[]) row;
        return new Count((Integer) columns[0], (Instant) columns[1]);
    }

    /** Stores a failure at once, so that others see it. */
    void add(String id, LoginSource source, boolean countsForAccount, Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql("""
                        insert into login_failure (id, pair_hash, account_hash, address, failed_at)
                        values (:id, :pair, cast(:account as varchar(64)), :address, :at)
                        """)
                        .setParameter("id", id)
                        .setParameter("pair", source.pair())
                        .setParameter("account", countsForAccount ? source.account() : null, StandardBasicTypes.STRING)
                        .setParameter("address", source.address())
                        .setParameter("at", at, StandardBasicTypes.INSTANT)
                        .executeUpdate());
    }

    void remove(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql("delete from login_failure where id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
    }

    void removePair(LoginSource source) {
        sql("delete from login_failure where pair_hash = :pair")
                .setParameter("pair", source.pair())
                .executeUpdate();
    }

    /** Removes rows outside the window, and the oldest of too many. */
    void forget(Instant before, Instant after) {
        sql("delete from login_failure where failed_at < :before or failed_at > :after")
                .setParameter("before", before, StandardBasicTypes.INSTANT)
                .setParameter("after", after, StandardBasicTypes.INSTANT)
                .executeUpdate();
        beyond(MOST)
                .forEach(oldest -> sql("delete from login_failure where failed_at <= :oldest")
                        .setParameter("oldest", (Instant) oldest, StandardBasicTypes.INSTANT)
                        .executeUpdate());
    }

    private List<?> beyond(int most) {
        return sql("select failed_at from login_failure order by failed_at desc offset %d rows fetch next 1 rows only"
                        .formatted(most))
                .addScalar("failed_at", StandardBasicTypes.INSTANT)
                .getResultList();
    }

    private NativeQuery<?> sql(String text) {
        return entities.unwrap(Session.class).createNativeQuery(text);
    }
}
