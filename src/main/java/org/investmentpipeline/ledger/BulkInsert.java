package org.investmentpipeline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Inserts many rows of one table. Their ids are taken from the sequence at once: a look at the sequence between two rows would end the
 * batch of JDBC.
 */
public final class BulkInsert {
    private BulkInsert() {}

    /** Stores rows, with ids for those that have none. Few rows take theirs from the block in memory, without a statement. */
    public static <T extends Numbered> void of(StatelessSession session, List<T> rows) {
        if (rows.size() >= BlockNumberGenerator.BLOCK) {
            var numbers = numbers(session, rows.get(0).getClass(), rows.size());
            rows.forEach(row -> row.number(numbers.remove()));
        }
        numbered(session, rows);
    }

    /** Stores rows with the ids that they have. */
    public static void numbered(StatelessSession session, List<? extends Numbered> rows) {
        LedgerWriter.batches(rows).forEach(session::insertMultiple);
    }

    /** So many unused ids at least, in rising order. */
    public static Deque<Long> numbers(StatelessSession session, Class<? extends Numbered> entity, int count) {
        var factory = session.getFactory().unwrap(SessionFactoryImplementor.class);
        var generator = (BlockNumberGenerator)
                factory.getMappingMetamodel().getEntityDescriptor(entity).getGenerator();
        var next = factory.getJdbcServices()
                .getDialect()
                .getSequenceSupport()
                .getSelectSequenceNextValString(
                        generator.getDatabaseStructure().getPhysicalName().render());
        var query = "select " + next + " from unnest(cast(? as integer array)) as block";
        var numbers = new ArrayDeque<Long>();
        while (numbers.size() < count) {
            var blocks = (count - numbers.size() + BlockNumberGenerator.BLOCK - 1) / BlockNumberGenerator.BLOCK;
            session.doWork(connection -> take(connection, query, blocks, numbers));
        }
        return numbers;
    }

    /** A sequence gives the first number of a block. */
    private static void take(Connection connection, String query, int blocks, Deque<Long> numbers) throws SQLException {
        var array = connection.createArrayOf(
                "integer", IntStream.range(0, blocks).boxed().toArray());
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, array);
            try (var blocksTaken = statement.executeQuery()) {
                while (blocksTaken.next()) {
                    var first = blocksTaken.getLong(1);
                    LongStream.range(first, first + BlockNumberGenerator.BLOCK).forEach(numbers::add);
                }
            }
        } finally {
            array.free();
        }
    }
}
