package org.investmentpipeline.rest;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.function.ToIntFunction;

/** Increments the {@code @Version} of a changed entity by exactly one, also where only rows that belong to it have changed. */
public final class VersionIncrement {
    private VersionIncrement() {}

    /**
     * Flushes, and raises the version of the entity if its own columns were unchanged: otherwise the flush has raised it already, and
     * a forced increment on top would raise it twice.
     *
     * @param changed managed, with changes that are not flushed yet
     */
    public static <T> void once(EntityManager entities, T changed, ToIntFunction<T> version) {
        var before = version.applyAsInt(changed);
        entities.flush();
        if (version.applyAsInt(changed) == before) {
            entities.lock(changed, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
    }
}
