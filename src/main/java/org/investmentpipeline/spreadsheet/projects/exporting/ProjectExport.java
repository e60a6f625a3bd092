package org.investmentpipeline.spreadsheet.projects.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.query.ProjectQuestion;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.query.Filter;
import org.investmentpipeline.spreadsheet.exporting.ExportColumn;
import org.investmentpipeline.spreadsheet.exporting.ExportFormat;
import org.investmentpipeline.spreadsheet.exporting.FileName;
import org.investmentpipeline.spreadsheet.heading.ReadingNote;
import org.investmentpipeline.spreadsheet.writing.SheetStart;
import org.investmentpipeline.spreadsheet.writing.SheetWriter;
import org.jspecify.annotations.Nullable;

/** The export of projects as a bureau's sheet, in the form that the import reads. */
@ApplicationScoped
public class ProjectExport {
    private static final LocalizedText TITLE = new LocalizedText("projects", "项目台账");
    private static final LocalizedText SHEET = new LocalizedText("Projects", "台账");
    private static final LocalizedText HISTORY = new LocalizedText("History", "历史");
    private static final LocalizedText HISTORY_NOTE = ReadingNote.of(LocalizedText.of(
            "each row is a span of days of one project. No import reads this sheet; a dump keeps everything.",
            "每行为一个项目的一段时期。导入时不读取本表；完整数据请使用转储（dump）。"));
    private static final int BATCH = 1000;
    /** Code and name. */
    private static final int FIXED_COLUMNS = 2;

    private final ExportedProjects projects;
    private final ProjectAccess access;
    private final ProjectConditions conditions;
    private final Catalogue catalogue;
    private final LedgerClock ledgerClock;
    private final Clock clock;

    public ProjectExport(
            ExportedProjects projects,
            ProjectAccess access,
            ProjectConditions conditions,
            Catalogue catalogue,
            LedgerClock ledgerClock,
            Clock clock) {
        this.projects = projects;
        this.access = access;
        this.conditions = conditions;
        this.catalogue = catalogue;
        this.ledgerClock = ledgerClock;
        this.clock = clock;
    }

    /**
     * An export to be written.
     *
     * @param columns the keys of the columns, with commas; null for all
     * @param labels whether entries of catalogues have their names and not their codes
     * @param history whether a further sheet has all positions
     */
    public record Request(
            ExportFormat format, Locale language, @Nullable String columns, boolean labels, boolean history) {}

    /** An export with both clocks fixed: everything that can be refused was checked. */
    public record Prepared(
            Request request,
            Filter filter,
            TimeSlice.Stock slice,
            List<ExportColumn<ExportedProject>> columns,
            List<ExportColumn<ExportedProject>> history,
            List<Object> determinants) {

        public FileName fileName() {
            return new FileName(
                    TITLE, slice.asOf(), slice.knownAt(), request.format().ending());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Prepared prepare(Request request, ProjectQuestion question) {
        if (question.filter.q != null && (question.asOf != null || question.knownAt != null)) {
            throw Problem.invalid(
                    "q",
                    "searches today's names and cannot be combined with asOf or knownAt",
                    "只能检索当前名称，不能与 asOf 或 knownAt 一同使用");
        }
        var names = request.labels() ? CatalogueNames.in(request.language(), catalogue) : CatalogueNames.codes();
        if (request.history() && request.format() != ExportFormat.XLSX) {
            throw Problem.invalid("history", "is a second sheet, which only xlsx has", "是第二张工作表，仅 xlsx 支持");
        }
        var all = ProjectColumns.all(request.language(), names);
        var columns = ExportColumn.chosen(all, request.columns());
        var filter = access.narrow(question.filter.filter());
        var today = LocalDate.now(clock);
        var asOf = question.asOf == null ? today : question.asOf;
        var slice = new TimeSlice.Stock(asOf, ledgerClock.known(question.knownAt), !asOf.isBefore(today));
        conditions.build(filter, slice);
        return new Prepared(
                request,
                filter,
                slice,
                columns,
                ProjectColumns.history(all),
                List.of(request, filter.parameters().toString(), slice, ledgerClock.lastChange(), names.determinant()));
    }

    /** Writes an export; each batch is read in a transaction of its own. */
    public void write(Prepared prepared, SheetWriter file) throws IOException {
        var language = prepared.request.language();
        begin(file, SHEET.in(language), null, prepared.columns, language);
        file.flush();
        var ids = projects.ids(prepared.filter, prepared.slice);
        rows(prepared, file, ids, prepared.columns, Stream::of);
        if (prepared.request.history()) {
            begin(file, HISTORY.in(language), HISTORY_NOTE.in(language), prepared.history, language);
            rows(prepared, file, ids, prepared.history, ExportedProject::history);
        }
    }

    private static void begin(
            SheetWriter file,
            String name,
            @Nullable String note,
            List<ExportColumn<ExportedProject>> columns,
            Locale language)
            throws IOException {
        var headings = columns.stream().map(column -> column.heading(language)).toList();
        file.begin(new SheetStart(name, note, headings, Math.min(FIXED_COLUMNS, headings.size())));
    }

    private void rows(
            Prepared prepared,
            SheetWriter file,
            List<Long> ids,
            List<ExportColumn<ExportedProject>> columns,
            Function<ExportedProject, Stream<ExportedProject>> rows)
            throws IOException {
        for (var start = 0; start < ids.size(); start += BATCH) {
            var some = ids.subList(start, Math.min(start + BATCH, ids.size()));
            for (var row :
                    projects.read(some, prepared.slice).stream().flatMap(rows).toList()) {
                file.row(
                        columns.stream().map(column -> column.cell().apply(row)).toList());
            }
            file.flush();
        }
    }
}
