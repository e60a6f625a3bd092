package org.investmentpipeline.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.investmentpipeline.benchmark.Reading.Pair;

/** The same questions put to the database itself. */
final class PlainSql {
    /** How long a question takes, and what each asking of it answers. */
    record Answers(Latency latency, Map<Integer, List<Pair>> pairs) {}

    /** In seconds. */
    private static final int LONGEST = 120;

    private static final String CANCELED = "57014";

    private final Connection connection;
    private final Parameters parameters;

    PlainSql(Connection connection, Parameters parameters) {
        this.connection = connection;
        this.parameters = parameters;
    }

    /** What the database answers; nothing when one answer takes it longer than two minutes. */
    Optional<Answers> ask(Question question) throws Exception {
        var pairs = new HashMap<Integer, List<Pair>>();
        try {
            Latency.warm(asking -> time(question, asking, pairs));
            return Optional.of(new Answers(Latency.of(asking -> time(question, asking, pairs)), pairs));
        } catch (SQLException failed) {
            if (!CANCELED.equals(failed.getSQLState())) {
                throw failed;
            }
            System.out.println("plain SQL takes too long: " + question.name());
            return Optional.empty();
        }
    }

    private long time(Question question, int asking, Map<Integer, List<Pair>> pairs) throws SQLException {
        var sql = parameters.fill(question.sql(), asking);
        var start = System.nanoTime();
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST);
            try (var rows = statement.executeQuery(sql)) {
                var found = read(rows);
                var taken = System.nanoTime() - start;
                pairs.put(asking, Reading.comparable(found.stream()));
                return taken;
            }
        }
    }

    private static List<Pair> read(ResultSet rows) throws SQLException {
        var pairs = new ArrayList<Pair>();
        var columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            var second = rows.getBigDecimal(columns);
            pairs.add(new Pair(rows.getBigDecimal(columns - 1), second == null ? BigDecimal.ZERO : second));
        }
        return pairs;
    }
}
