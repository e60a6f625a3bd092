package org.investmentpipeline.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Locale;

/**
 * Lets one registration in at a time, so that codes and names are looked up and made without a race, and assigns the codes
 * of projects that come without one: {@code 2023-0001}.
 */
@ApplicationScoped
public class Registrar {
    private static final int ONLY = 1;

    private final EntityManager entities;
    private final Project.Repository projects;
    private final Clock clock;

    public Registrar(EntityManager entities, Project.Repository projects, Clock clock) {
        this.entities = entities;
        this.projects = projects;
        this.clock = clock;
    }

    /** Waits for the registration under way, if any; held until the transaction ends. */
    public void enter() {
        locked();
    }

    /** As many new codes as asked for, none of them taken. */
    Deque<String> codes(int count) {
        var row = locked();
        var year = LocalDate.now(clock).getYear();
        if (row.codeYear != year) {
            row.codeYear = year;
            row.lastCode = 0;
        }
        var free = new ArrayDeque<String>();
        while (free.size() < count) {
            var candidates = new ArrayList<String>();
            for (var i = free.size(); i < count; i++) {
                candidates.add(String.format(Locale.ROOT, "%04d-%04d", year, ++row.lastCode));
            }
            var taken = projects.taken(candidates);
            candidates.stream().filter(code -> !taken.contains(code)).forEach(free::add);
        }
        return free;
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
