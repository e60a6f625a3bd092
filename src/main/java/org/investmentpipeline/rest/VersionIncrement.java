package org.investmentpipeline.rest;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
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
        var before = new IdentityHashMap<T, Integer>();
        changed.forEach(entity -> before.put(entity, version.applyAsInt(entity)));
        once(entities, before, version);
    }

    /**
     * The same for entities of which some may have been flushed meanwhile.
     *
     * @param before the version of each entity before it was changed
     */
    public static <T> void once(EntityManager entities, Map<T, Integer> before, ToIntFunction<T> version) {
        entities.flush();
        before.forEach((entity, known) -> {
            if (version.applyAsInt(entity) == known) {
                entities.lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            }
        });
    }
}
