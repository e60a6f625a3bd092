package org.investmentpipeline.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.investmentpipeline.idempotency.LockWaits;
import org.investmentpipeline.problem.LocalizedText;

/**
 * Lets one in at a time who names or removes what others may name: codes, investors and entries of the catalogues are looked
 * up and made without a race. Enter before locking a project.
 */
@ApplicationScoped
public class Registrar {
    private static final int ONLY = 1;

    private static final LocalizedText AWAITED =
            new LocalizedText("an import or registration that is under way", "正在进行的导入或登记");

    private final EntityManager entities;
    private final LockWaits waits;

    public Registrar(EntityManager entities, LockWaits waits) {
        this.entities = entities;
        this.waits = waits;
    }

    /** Waits for whoever is in; held until the transaction ends. */
    public void enter() {
        waits.lock(AWAITED, "select id from registrar where id = 1", Map.of());
    }

    /** Takes so many running numbers of a year, counted from 1, and answers the first of them. */
    public int numbers(int year, int count) {
        enter();
        var row = entities.getReference(Row.class, ONLY);
        entities.refresh(row);
        var first = row.codeYear == year ? row.lastCode + 1 : 1;
        row.codeYear = year;
        row.lastCode = first + count - 1;
        entities.flush();
        return first;
    }

    /** The row. */
    @Entity(name = "Registrar")
    @Table(name = "registrar")
    static class Row {
        @Id
        @Column(name = "id")
        int id;

        @Column(name = "code_year")
        int codeYear;

        @Column(name = "last_code")
        int lastCode;
    }
}
