package org.investmentpipeline.project;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.investmentpipeline.input.name.NameKeys;
import org.investmentpipeline.input.text.SearchText;
import org.investmentpipeline.outage.BackgroundJob;
import org.jboss.logging.Logger;

/**
 * Computes the search text and the {@link NameKeys} of rows that have none of the present rules: all rows that an older release wrote,
 * before the service answers after an upgrade, and hourly those that an older instance wrote while instances were updated one after
 * the other. In batches that are kept, so that a start that is cut off goes on from there; and harmless when two instances do it. Rows
 * of later rules are left to the instances that know them.
 */
@ApplicationScoped
public class NameKeysBackfill {
    private static final Logger LOG = Logger.getLogger(NameKeysBackfill.class);
    private static final int BATCH = 5_000;

    private static final String OUTDATED = "(name_keys < " + NameKeys.RULES + " or search_text is null)";
    private static final String SELECT =
            "select id, %s from %s where " + OUTDATED + " and id > ? order by id fetch first 5000 rows only";
    private static final String UPDATE =
            "update %s set search_text = ?, name_match = ?, name_order = ?, name_keys = ? where id = ? and " + OUTDATED;

    private static final Source PROJECTS = new Source(
            SELECT.formatted("code, coalesce(name_en, '') as name_en, name", "project"),
            UPDATE.formatted("project") + " and code = ? and coalesce(name_en, '') = ? and name = ?",
            List.of("code", "name_en", "name"));

    private static final Source INVESTORS = new Source(
            SELECT.formatted("name", "investor"), UPDATE.formatted("investor") + " and name = ?", List.of("name"));

    private final EntityManager entities;

    NameKeysBackfill(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A table with names: how its outdated rows are read, and how they get their keys unless they change.
     *
     * @param columns those that are searched, the name last
     */
    private record Source(String select, String update, List<String> columns) {}

    /** An outdated row. */
    private record Row(long id, List<String> texts) {
        String name() {
            return texts.get(texts.size() - 1);
        }
    }

    /** A database for reading only gets the keys from its primary. */
    void start(@Observes StartupEvent started) {
        try {
            fill();
        } catch (RuntimeException failed) {
            LOG.warn("Keys of names could not be filled in; those rows are found and sorted as before", failed);
        }
    }

    @BackgroundJob
    @Scheduled(
            identity = "fill-name-keys",
            every = "1h",
            delayed = "1h",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void fill() {
        var filled = fill(PROJECTS) + fill(INVESTORS);
        if (filled > 0) {
            LOG.infof("%d projects and investors got the keys of their names", filled);
        }
    }

    private int fill(Source source) {
        var filled = 0;
        var after = 0L;
        while (true) {
            var last = after;
            var rows = QuarkusTransaction.requiringNew()
                    .call(() -> entities.unwrap(Session.class)
                            .doReturningWork(connection -> fill(connection, source, last)));
            filled += rows.size();
            if (rows.size() < BATCH) {
                return filled;
            }
            after = rows.get(rows.size() - 1).id;
        }
    }

    private static List<Row> fill(Connection connection, Source source, long after) throws SQLException {
        var rows = read(connection, source, after);
        if (rows.isEmpty()) {
            return rows;
        }
        try (var update = connection.prepareStatement(source.update)) {
            for (var row : rows) {
                bind(update, row);
                update.addBatch();
            }
            update.executeBatch();
        }
        return rows;
    }

    private static void bind(PreparedStatement update, Row row) throws SQLException {
        var keys = NameKeys.of(row.name());
        var place = 1;
        update.setString(place++, SearchText.of(row.texts.toArray(String[]::new)));
        update.setString(place++, keys.matchKey());
        update.setString(place++, keys.sortKey());
        update.setInt(place++, keys.rules());
        update.setLong(place++, row.id);
        for (var text : row.texts) {
            update.setString(place++, text);
        }
    }

    private static List<Row> read(Connection connection, Source source, long after) throws SQLException {
        try (var select = connection.prepareStatement(source.select)) {
            select.setLong(1, after);
            var rows = new ArrayList<Row>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    var texts = new ArrayList<String>();
                    for (var column : source.columns) {
                        texts.add(found.getString(column));
                    }
                    rows.add(new Row(found.getLong("id"), texts));
                }
            }
            return rows;
        }
    }
}
