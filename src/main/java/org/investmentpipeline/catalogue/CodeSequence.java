package org.investmentpipeline.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The running numbers of project codes, counted from 1 in each year and kept in the row of the {@link NamingLock}. */
@ApplicationScoped
public class CodeSequence {
    private static final int ONLY = 1;

    private final EntityManager entities;
    private final NamingLock lock;

    public CodeSequence(EntityManager entities, NamingLock lock) {
        this.entities = entities;
        this.lock = lock;
    }

    /** Takes a number of consecutive running numbers of a year and returns the first. */
    public int take(int year, int count) {
        lock.acquire();
        var row = entities.getReference(Row.class, ONLY);
        entities.refresh(row);
        var first = row.codeYear == year ? row.lastCode + 1 : 1;
        row.codeYear = year;
        row.lastCode = first + count - 1;
        entities.flush();
        return first;
    }

    /** The last number taken. */
    @Entity(name = "CodeSequence")
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
