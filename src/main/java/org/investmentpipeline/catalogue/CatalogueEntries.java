package org.investmentpipeline.catalogue;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.input.Unknown;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** Maintains the entries of any catalogue that a {@link CatalogueKind} describes, and records each change in the audit trail. */
@ApplicationScoped
public class CatalogueEntries {
    private final Catalogue catalogue;
    private final EntityManager entities;
    private final NamingLock lock;
    private final AuditTrail trail;
    private final List<CodeUse> uses;

    public CatalogueEntries(
            Catalogue catalogue, EntityManager entities, NamingLock lock, AuditTrail trail, @All List<CodeUse> uses) {
        this.catalogue = catalogue;
        this.entities = entities;
        this.lock = lock;
        this.trail = trail;
        this.uses = uses;
    }

    /** One page of entries, by code. */
    public <E extends CatalogueEntry> Cursor.Slice<E> page(CatalogueKind<E> kind, Paging paging) {
        var after = paging.cursor == null
                ? ""
                : Cursor.parse(paging.cursor, 1).values().get(0);
        var hql = "from %s e where e.code > :after order by e.code"
                .formatted(kind.type().getName());
        var found = entities.createQuery(hql, kind.type())
                .setParameter("after", after)
                .setMaxResults(paging.size() + 1)
                .getResultList();
        return Cursor.slice(found, paging.size(), entry -> Cursor.of(entry.code));
    }

    /** The entry of a code; an unknown code is a problem (404). */
    public <E extends CatalogueEntry> E get(CatalogueKind<E> kind, String code) {
        var entry = entities.find(kind.type(), code);
        if (entry == null) {
            throw Problem.notFound(kind.noun(), code);
        }
        return entry;
    }

    /** Adds an entry; the code is permanent. */
    public <E extends CatalogueEntry> E add(
            CatalogueKind<E> kind, String code, CatalogueEntry.Values<? super E> values) {
        if (code.equals(Unknown.WORD)) {
            throw Problem.refused(List.of(Unknown.violation("code")));
        }
        if (catalogue.has(kind.type(), code)) {
            throw Problem.of(ProblemType.DUPLICATE, "The code %s exists already.", "代码 %s 已存在。", code);
        }
        var entry = kind.blank().get();
        entry.code = code;
        assign(entry, values);
        requireParent(kind, values.parent(), code);
        entities.persist(entry);
        entities.flush();
        record(kind, code, "CREATED", Map.of(), entry.auditedValues());
        return entry;
    }

    /** Replaces all values. The parent decides which figures count an entry, so it is fixed once the entry is in use. */
    public <E extends CatalogueEntry> E replace(
            CatalogueKind<E> kind, String code, @Nullable String ifMatch, CatalogueEntry.Values<? super E> values) {
        var entry = get(kind, code);
        VersionTag.require(ifMatch, entry.version);
        if (!Objects.equals(entry.parent(), values.parent())) {
            lock.acquire();
            if (isUsed(kind, catalogue.withDescendants(kind.type(), List.of(code)))) {
                throw inUse(code);
            }
            requireParent(kind, values.parent(), code);
        }
        var before = entry.auditedValues();
        assign(entry, values);
        entities.flush();
        record(kind, code, "CHANGED", before, entry.auditedValues());
        return entry;
    }

    /** Deletes an entry that is not in use and has no entries below it. */
    public void remove(CatalogueKind<?> kind, String code, @Nullable String ifMatch) {
        lock.acquire();
        var entry = get(kind, code);
        VersionTag.require(ifMatch, entry.version);
        if (catalogue.withDescendants(kind.type(), List.of(code)).size() > 1 || isUsed(kind, List.of(code))) {
            throw inUse(code);
        }
        entities.remove(entry);
        entities.flush();
        record(kind, code, "DELETED", entry.auditedValues(), Map.of());
    }

    private static <E extends CatalogueEntry> void assign(E entry, CatalogueEntry.Values<? super E> values) {
        entry.name = values.name().toName();
        entry.active = !Boolean.FALSE.equals(values.active());
        entry.setParent(values.parent());
        values.assignOwn(entry);
    }

    private void record(
            CatalogueKind<?> kind, String code, String action, Map<String, String> before, Map<String, String> after) {
        var changes = FieldChange.between(before, after);
        if (changes.length > 0) {
            trail.record(AuditEvent.of(new AuditTarget(kind.target(), code), action, changes));
        }
    }

    private boolean isUsed(CatalogueKind<?> kind, Collection<String> codes) {
        return uses.stream().anyMatch(each -> each.uses(kind.type(), codes));
    }

    private void requireParent(CatalogueKind<?> kind, @Nullable String parent, String below) {
        if (parent == null) {
            return;
        }
        if (!catalogue.has(kind.type(), parent)) {
            throw Problem.refused(
                    "parent",
                    "there is no " + kind.noun().en() + " %s",
                    "没有" + kind.noun().zh() + " %s",
                    parent);
        }
        if (catalogue.withDescendants(kind.type(), List.of(below)).contains(parent)) {
            throw Problem.refused("parent", "%s is below %s already", "%s 已在 %s 之下", parent, below);
        }
    }

    private static Problem inUse(String code) {
        return Problem.of(
                ProblemType.IN_USE,
                "%s is in use; it can be renamed and deactivated, but not be deleted or moved.",
                "%s 正在使用，只能更名或停用，不能删除或移动。",
                code);
    }
}
