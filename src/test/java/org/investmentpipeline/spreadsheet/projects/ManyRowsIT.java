package org.investmentpipeline.spreadsheet.projects;

import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.send;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows whose ids are taken from the sequences in bulk, between others that take theirs one by one. */
@QuarkusTest
class ManyRowsIT {
    private static final int ROWS = 130;

    private final EntityManager entities;

    ManyRowsIT(EntityManager entities) {
        this.entities = entities;
    }

    @Test
    void idsTakenInBulkAreOfNoOtherRow() {
        var name = "多" + UUID.randomUUID().toString().substring(0, 8);

        for (var round = 0; round < 3; round++) {
            var first = round * 1_000;
            send(ledger(name, first, ROWS), "createMissing", "true")
                    .statusCode(200)
                    .body("created", equalTo(ROWS));
            send(ledger(name, first + ROWS, 1), "createMissing", "true")
                    .statusCode(200)
                    .body("created", equalTo(1));
            send(ledger(name, first, ROWS + 1), "createMissing", "true")
                    .statusCode(200)
                    .body("unchanged", equalTo(ROWS + 1));
        }

        var named = (Number) entities.createNativeQuery(
                        "select count(*) from project p join position x on x.project_id = p.id"
                                + " join investor i on i.id = x.investor_id where p.name = i.name and p.name like :name",
                        Long.class)
                .setParameter("name", name + "%")
                .getSingleResult();
        assertEquals(3 * (ROWS + 1), named.intValue());
    }

    /** Each project has an investor of its name. */
    private static byte[] ledger(String name, int first, int rows) {
        var lines = IntStream.range(first, first + rows)
                .mapToObj(row -> "%1$s%2$d,%1$s%2$d,%1$s%3$d,签约".formatted(name, row, row % 70));
        return csv(Stream.concat(Stream.of("项目名称,投资方,所属产业,项目阶段"), lines).toArray(String[]::new));
    }
}
