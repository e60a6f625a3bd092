package org.investmentpipeline.backup.dump;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

/**
 * The numbers that new rows get. They are taken from the sequences in blocks, and what is left of a block stays in the memory of an
 * instance; after a restoration it may be among existing rows.
 */
@ApplicationScoped
public class Numbers {
    /** Added to the highest number in use: a sequence returns the end of a block of 50. */
    private static final int BEYOND = 100;

    private final EntityManager entities;

    public Numbers(EntityManager entities) {
        this.entities = entities;
    }

    /** Restarts all sequences beyond the highest number in use. */
    public void passRows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var generator : generators()) {
                var sequence =
                        generator.getDatabaseStructure().getPhysicalName().render();
                var highest = highest(statement, sequence.replaceAll("_seq$", ""));
                var beyond = Math.max(highest, leaveBlock(generator)) + BEYOND;
                statement.execute("alter sequence %s restart with %d".formatted(sequence, beyond));
            }
        }
        leaveBlocks();
    }

    /** Discards the blocks in memory. */
    public void leaveBlocks() {
        generators().forEach(this::leaveBlock);
    }

    private static long highest(Statement statement, String table) throws SQLException {
        try (var row = statement.executeQuery("select coalesce(max(id), 0) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Draws numbers until a new block begins; returns the last one. */
    private long leaveBlock(SequenceStyleGenerator generator) {
        var session = entities.unwrap(SessionImplementor.class);
        var drawn = 0L;
        for (var i = 0; i < generator.getOptimizer().getIncrementSize(); i++) {
            drawn = ((Number) generator.generate(session, session)).longValue();
        }
        return drawn;
    }

    private List<SequenceStyleGenerator> generators() {
        var found = new ArrayList<SequenceStyleGenerator>();
        entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(entity -> {
                    if (entity.getGenerator() instanceof SequenceStyleGenerator generator) {
                        found.add(generator);
                    }
                });
        return found;
    }
}
