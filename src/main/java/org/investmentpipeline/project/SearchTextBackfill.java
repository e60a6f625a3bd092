package org.investmentpipeline.project;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.investmentpipeline.input.text.SearchText;
import org.investmentpipeline.outage.BackgroundJob;
import org.jboss.logging.Logger;

/**
 * Gives their search text to rows that releases before 1.1 wrote: all of them before the service answers after an upgrade, and
 * hourly those that an older instance wrote while instances were updated one after the other. In batches that are kept, so that a
 * start that is cut off goes on from there; and harmless when two instances do it.
 */
@ApplicationScoped
public class SearchTextBackfill {
    private static final Logger LOG = Logger.getLogger(SearchTextBackfill.class);
    private static final int BATCH = 5_000;

    private static final Source PROJECTS = new Source(
            "select id, code, name from project where search_text is null and id > ? order by id"
                    + " fetch first 5000 rows only",
            "update project set search_text = ? where id = ? and code = ? and name = ? and search_text is null",
            List.of("code", "name"));

    private static final Source INVESTORS = new Source(
            "select id, name from investor where search_text is null and id > ? order by id fetch first 5000 rows only",
            "update investor set search_text = ? where id = ? and name = ? and search_text is null",
            List.of("name"));

    private final EntityManager entities;

    SearchTextBackfill(EntityManager entities) {
        this.entities = entities;
    }

    /** A table that is searched: how its rows without a search text are read, and how they get one unless they change. */
    private record Source(String select, String update, List<String> columns) {}

    /** A row without a search text. */
    private record Row(long id, String[] texts) {}

    /** A database for reading only gets the texts from its primary. */
    void start(@Observes StartupEvent started) {
        try {
            fill();
        } catch (RuntimeException failed) {
            LOG.warn("Search texts could not be filled in; searches of those rows go on as before", failed);
        }
    }

    @BackgroundJob
    @Scheduled(
            identity = "fill-search-texts",
            every = "1h",
            delayed = "1h",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void fill() {
        var filled = fill(PROJECTS) + fill(INVESTORS);
        if (filled > 0) {
            LOG.infof("%d projects and investors got their search text", filled);
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
                update.setString(1, SearchText.of(row.texts));
                update.setLong(2, row.id);
                for (var i = 0; i < row.texts.length; i++) {
                    update.setString(3 + i, row.texts[i]);
                }
                update.addBatch();
            }
            update.executeBatch();
        }
        return rows;
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
                    rows.add(new Row(found.getLong("id"), texts.toArray(String[]::new)));
                }
            }
            return rows;
        }
    }
}
