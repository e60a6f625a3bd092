package org.investmentpipeline.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.benchmark.Reading.Pair;

/** The same questions put to the database itself. */
final class PlainSql {
    /** How long a question takes, and what each asking of it answers. */
    record Answers(Latency latency, Map<Integer, List<Pair>> pairs) {}

    private final Connection connection;
    private final Parameters parameters;

    PlainSql(Connection connection, Parameters parameters) {
        this.connection = connection;
        this.parameters = parameters;
    }

    Answers ask(Question question) throws Exception {
        var pairs = new HashMap<Integer, List<Pair>>();
        Latency.warm(asking -> time(question, asking, pairs));
        return new Answers(Latency.of(asking -> time(question, asking, pairs)), pairs);
    }

    private long time(Question question, int asking, Map<Integer, List<Pair>> pairs) throws SQLException {
        var sql = parameters.fill(question.sql(), asking);
        var start = System.nanoTime();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = read(rows);
            var taken = System.nanoTime() - start;
            pairs.put(asking, Reading.comparable(found.stream()));
            return taken;
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
