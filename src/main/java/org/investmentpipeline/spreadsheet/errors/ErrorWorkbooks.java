package org.investmentpipeline.spreadsheet.errors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.investmentpipeline.outage.BackgroundJob;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.ZoneAccess;
import org.investmentpipeline.spreadsheet.importing.FileHash;
import org.investmentpipeline.spreadsheet.importing.ImportRecords;
import org.investmentpipeline.spreadsheet.importing.RefusedImport;
import org.investmentpipeline.spreadsheet.importing.RefusedRows;
import org.investmentpipeline.spreadsheet.reading.RefusedRowReader;
import org.investmentpipeline.spreadsheet.reading.RefusedSheet;
import org.investmentpipeline.spreadsheet.reading.RefusedSheet.Bounds;
import org.jspecify.annotations.Nullable;

/** Keeps the refused rows of imports as workbooks for some days. A user who is limited to zones sees those of its own imports. */
@ApplicationScoped
public class ErrorWorkbooks implements RefusedRows {
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    private static final LocalizedText NOUN = new LocalizedText("workbook of refused rows of import", "附有错误工作簿的导入");

    /** More rows than a person repairs. */
    private static final Bounds MOST = new Bounds(5_000, 3_000_000);

    /** The bytes for which both databases have room in a column. */
    private static final int LARGEST = 1 << 20;

    /** A sheet has no more columns; two are added. */
    private static final int WIDEST = 16_384 - 2;

    private final EntityManager entities;
    private final ImportRecords records;
    private final ZoneAccess zones;
    private final CurrentUser user;
    private final Clock clock;

    ErrorWorkbooks(EntityManager entities, ImportRecords records, ZoneAccess zones, CurrentUser user, Clock clock) {
        this.entities = entities;
        this.records = records;
        this.zones = zones;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public @Nullable String keep(RefusedImport<?> refused, @Nullable Long record) {
        var workbook = workbook(refused);
        if (workbook == null) {
            return null;
        }
        if (record != null) {
            store(workbook, record);
        } else {
            var hash = FileHash.of(refused.request().file());
            QuarkusTransaction.requiringNew()
                    .run(() -> store(workbook, records.refused(refused.request(), hash, refused.report())));
        }
        return "/api/v1/imports/%d/errors".formatted(workbook.importId);
    }

    private void store(ErrorWorkbook workbook, long record) {
        workbook.importId = record;
        workbook.keptSince = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        entities.persist(workbook);
        entities.flush();
    }

    /** Fewer rows where all would be too large; null when one is. */
    private static @Nullable ErrorWorkbook workbook(RefusedImport<?> refused) {
        var sheets = read(refused);
        var all = refused.rows().size();
        for (int most = MOST.rows(); most > 0; most /= 2) {
            var some = first(sheets, most);
            int leftOut =
                    all - some.stream().mapToInt(sheet -> sheet.rows().size()).sum();
            if (leftOut == all) {
                return null;
            }
            var workbook = new ErrorWorkbook();
            workbook.chinese =
                    new RepairSheets(Locale.CHINESE).workbook(some, leftOut).bytes();
            workbook.english =
                    new RepairSheets(Locale.ENGLISH).workbook(some, leftOut).bytes();
            if (Math.max(workbook.chinese.length, workbook.english.length) <= LARGEST) {
                return workbook;
            }
        }
        return null;
    }

    private static List<RefusedSheet> read(RefusedImport<?> refused) {
        try {
            return RefusedRowReader.read(
                            refused.request().file(),
                            refused.request().options(),
                            refused.reader(),
                            refused.reading(),
                            refused.rows(),
                            MOST)
                    .stream()
                    .filter(sheet -> sheet.width() <= WIDEST)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<RefusedSheet> first(List<RefusedSheet> sheets, int most) {
        var some = new ArrayList<RefusedSheet>();
        int left = most;
        for (var sheet : sheets) {
            if (left > 0) {
                some.add(sheet.first(left));
                left -= Math.min(left, sheet.rows().size());
            }
        }
        return some;
    }

    /** The workbook of an import that the user sees, in a language; 404 for any other, and after some days. */
    public byte[] find(long importId, Locale language) {
        return entities.createQuery("""
                        select w from ErrorWorkbook w, RecordedImport i
                        where i.id = w.importId and w.importId = :id and w.keptSince > :oldest
                        and (:all = true or i.username = :user)
                        """, ErrorWorkbook.class)
                .setParameter("id", importId)
                .setParameter("oldest", oldest())
                .setParameter("all", !zones.isLimited())
                .setParameter("user", user.username())
                .getResultStream()
                .findFirst()
                .map(found -> language.equals(Locale.ENGLISH) ? found.english : found.chinese)
                .orElseThrow(() -> Problem.notFound(NOUN, importId));
    }

    /** Removes what is older, and the records of imports that wrote nothing with it. */
    @BackgroundJob
    @Scheduled(
            identity = "forget-errors",
            every = "1h",
            delayed = "15m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void forget() {
        QuarkusTransaction.requiringNew().run(() -> {
            var oldest = oldest();
            entities.createQuery("delete from ErrorWorkbook w where w.keptSince <= :oldest")
                    .setParameter("oldest", oldest)
                    .executeUpdate();
            records.forgetRefused(oldest);
        });
    }

    private Instant oldest() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).minus(KEPT_FOR);
    }
}
