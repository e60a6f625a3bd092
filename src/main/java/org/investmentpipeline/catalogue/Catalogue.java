package org.investmentpipeline.catalogue;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTargetKind;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.security.user.KnownZones;
import org.jspecify.annotations.Nullable;

/** Keeps the catalogues of entries with a code: sectors, zones and departments. */
@ApplicationScoped
public class Catalogue implements KnownZones {
    /** The value that stands for absence in filters and rows, and so names no entry. */
    public static final String UNKNOWN = "unknown";

    private static final int LONGEST_CODE = 64;

    @Produces
    @Singleton
    static final AuditTargetKind SECTOR = new AuditTargetKind("SECTOR");

    @Produces
    @Singleton
    static final AuditTargetKind ZONE = new AuditTargetKind("ZONE");

    @Produces
    @Singleton
    static final AuditTargetKind DEPARTMENT = new AuditTargetKind("DEPARTMENT");

    @Produces
    @Singleton
    public static final AuditTargetKind SIZE_TIERS = new AuditTargetKind("SIZE_TIERS");

    @Produces
    @Singleton
    static final AuditTargetKind EXCHANGE_RATE = new AuditTargetKind("EXCHANGE_RATE");

    private static final Map<Class<?>, AuditTargetKind> TARGETS =
            Map.of(Sector.class, SECTOR, Zone.class, ZONE, Department.class, DEPARTMENT);

    /** A bean that knows whether records of its feature, of today or of any time before, name one of some codes. */
    public interface CodeUse {
        boolean uses(Class<? extends CatalogueEntry> kind, Collection<String> codes);
    }

    private final EntityManager entities;
    private final Registrar registrar;
    private final AuditTrail trail;
    private final List<CodeUse> uses;

    public Catalogue(EntityManager entities, Registrar registrar, AuditTrail trail, @All List<CodeUse> uses) {
        this.entities = entities;
        this.registrar = registrar;
        this.trail = trail;
        this.uses = uses;
    }

    public <E extends CatalogueEntry> Cursor.Slice<E> page(Class<E> kind, Paging paging) {
        var after = paging.cursor == null
                ? ""
                : Cursor.parse(paging.cursor, 1).values().get(0);
        var found = entities.createQuery(
                        "from %s e where e.code > :after order by e.code".formatted(kind.getName()), kind)
                .setParameter("after", after)
                .setMaxResults(paging.size() + 1)
                .getResultList();
        return Cursor.slice(found, paging.size(), entry -> Cursor.of(entry.code));
    }

    public <E extends CatalogueEntry> E get(Class<E> kind, String code) {
        var entry = entities.find(kind, code);
        if (entry == null) {
            throw Problem.notFound(kind.getSimpleName().toLowerCase(Locale.ROOT), code);
        }
        return entry;
    }

    public boolean has(Class<? extends CatalogueEntry> kind, String code) {
        return entities.find(kind, code) != null;
    }

    @Override
    public Set<String> unknown(Collection<String> codes) {
        var unknown = new LinkedHashSet<>(codes);
        all(Zone.class).forEach(zone -> unknown.remove(zone.code));
        return unknown;
    }

    public <E extends CatalogueEntry> List<E> all(Class<E> kind) {
        return entities.createQuery("from " + kind.getName(), kind).getResultList();
    }

    public <E extends CatalogueEntry> E add(Class<E> kind, Supplier<E> blank, Department.Draft draft) {
        if (draft.code().equals(UNKNOWN)) {
            throw Problem.refused("code", "'%s' stands for absence", "“%s”表示未填", UNKNOWN);
        }
        if (entities.find(kind, draft.code()) != null) {
            throw Problem.of(ProblemType.DUPLICATE, "The code %s exists already.", "代码 %s 已存在。", draft.code());
        }
        var entry = blank.get();
        entry.code = draft.code();
        entry.name = name(draft.name());
        entry.active = draft.active() == null || draft.active();
        entry.setParent(parent(kind, draft.parent(), draft.code()));
        entities.persist(entry);
        entities.flush();
        record(kind, entry.code, "CREATED", Map.of(), told(entry));
        return entry;
    }

    /** Renames, activates or deactivates; a parent decides which figures a department is in, so it is fixed once in use. */
    public <E extends CatalogueEntry> E replace(
            Class<E> kind, String code, @Nullable String ifMatch, Department.Change change) {
        var entry = get(kind, code);
        VersionTag.require(ifMatch, entry.version);
        var before = told(entry);
        if (!Objects.equals(entry.parent(), change.parent())) {
            registrar.enter();
            if (isUsed(kind, withDescendants(kind, List.of(code)))) {
                throw inUse(code);
            }
            entry.setParent(parent(kind, change.parent(), code));
        }
        entry.name = name(change.name());
        entry.active = change.active();
        entities.flush();
        record(kind, code, "CHANGED", before, told(entry));
        return entry;
    }

    /** What an entry says, for the audit trail. */
    private static Map<String, String> told(CatalogueEntry entry) {
        var told = new TreeMap<>(Map.of(
                "name.zh", entry.name.zh(), "name.en", entry.name.en(), "active", Boolean.toString(entry.active)));
        if (entry.parent() != null) {
            told.put("parent", entry.parent());
        }
        return told;
    }

    private void record(
            Class<? extends CatalogueEntry> kind,
            String code,
            String action,
            Map<String, String> before,
            Map<String, String> after) {
        var changes = FieldChange.between(before, after);
        if (changes.length > 0) {
            trail.record(
                    AuditEvent.of(new AuditTarget(Objects.requireNonNull(TARGETS.get(kind)), code), action, changes));
        }
    }

    public void remove(Class<? extends CatalogueEntry> kind, String code, @Nullable String ifMatch) {
        registrar.enter();
        var entry = get(kind, code);
        VersionTag.require(ifMatch, entry.version);
        if (withDescendants(kind, List.of(code)).size() > 1 || isUsed(kind, List.of(code))) {
            throw inUse(code);
        }
        entities.remove(entry);
        entities.flush();
        record(kind, code, "DELETED", told(entry), Map.of());
    }

    private boolean isUsed(Class<? extends CatalogueEntry> kind, Collection<String> codes) {
        return uses.stream().anyMatch(each -> each.uses(kind, codes));
    }

    /** The codes themselves and, in a catalogue that is a tree, those of all entries below them. */
    public Set<String> withDescendants(Class<? extends CatalogueEntry> kind, Collection<String> codes) {
        var found = new LinkedHashSet<String>(codes);
        if (codes.isEmpty() || !CatalogueEntry.InTree.class.isAssignableFrom(kind)) {
            return found;
        }
        var open = new ArrayDeque<>(codes);
        var entries = all(kind);
        while (!open.isEmpty()) {
            var above = open.remove();
            entries.stream()
                    .filter(entry -> above.equals(entry.parent()) && found.add(entry.code))
                    .forEach(entry -> open.add(entry.code));
        }
        return found;
    }

    /** A code made of a name: letters and digits of any script stay, everything between becomes a hyphen. */
    public static String codeOf(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var code = plain.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return code.codePoints()
                .limit(LONGEST_CODE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static Name name(CatalogueEntry.NameDraft draft) {
        if (draft.zh() == null && draft.en() == null) {
            throw Problem.refused("name", "needs zh, en or both", "须给出 zh、en 或两者");
        }
        var zh = Text.strip(Objects.requireNonNullElse(draft.zh(), draft.en()));
        var en = Text.strip(Objects.requireNonNullElse(draft.en(), draft.zh()));
        return new Name(zh, en);
    }

    private @Nullable String parent(Class<? extends CatalogueEntry> kind, @Nullable String parent, String below) {
        if (parent == null) {
            return null;
        }
        if (!has(kind, parent)) {
            throw kind == Sector.class
                    ? Problem.refused("parent", "there is no sector %s", "没有产业 %s", parent)
                    : Problem.refused("parent", "there is no department %s", "没有责任单位 %s", parent);
        }
        if (withDescendants(kind, List.of(below)).contains(parent)) {
            throw Problem.refused("parent", "%s stands below %s already", "%s 已在 %s 之下", parent, below);
        }
        return parent;
    }

    private static Problem inUse(String code) {
        return Problem.of(
                ProblemType.IN_USE,
                "%s is in use; it can be renamed and deactivated, but not be deleted or moved.",
                "%s 正在使用，只能更名或停用，不能删除或移动。",
                code);
    }
}
