package org.investmentpipeline.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/**
 * Lets one in at a time who names or removes what others may name: codes, investors and entries of the catalogues are looked
 * up and made without a race. Enter before locking a project.
 */
@ApplicationScoped
public class Registrar {
    private static final int ONLY = 1;

    private final EntityManager entities;

    public Registrar(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits for whoever is in; held until the transaction ends. */
    public void enter() {
        locked();
    }

    /** Takes so many running numbers of a year, counted from 1, and answers the first of them. */
    public int numbers(int year, int count) {
        var row = locked();
        var first = row.codeYear == year ? row.lastCode + 1 : 1;
        row.codeYear = year;
        row.lastCode = first + count - 1;
        entities.flush();
        return first;
    }

    private Row locked() {
        var row = entities.getReference(Row.class, ONLY);
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
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
