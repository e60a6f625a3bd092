package org.investmentpipeline.rest;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.function.ToIntFunction;

/** Increments the {@code @Version} of changed entities by exactly one, also where only rows that belong to them have changed. */
public final class VersionIncrement {
    private VersionIncrement() {}

    /**
     * Flushes, and raises the version of those entities whose own columns were unchanged: a flush has raised the others already, and
     * a forced increment on top would raise them twice.
     *
     * @param changed managed entities whose changes are not flushed yet
     */
    public static <T> void once(EntityManager entities, Collection<T> changed, ToIntFunction<T> version) {
        var before = changed.stream().mapToInt(version).toArray();
        entities.flush();
        var i = 0;
        for (var entity : changed) {
            if (version.applyAsInt(entity) == before[i++]) {
                entities.lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            }
        }
    }
}
