package org.investmentpipeline.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.investmentpipeline.benchmark.Edition.Installation;
import org.investmentpipeline.benchmark.Reader.WrongAnswer;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;
import org.jspecify.annotations.Nullable;

/** One edition with a ledger of one size, from the empty database to the last answer. */
final class Run {
    /**
     * What one question took.
     *
     * @param perSecond answers to eight clients at once, as {@code cpu}
     * @param cpu milliseconds of the service's processors for each answer
     * @param trouble what was wrong with the answer; empty when nothing was
     */
    record Measured(
            Question question,
            @Nullable Latency service,
            double perSecond,
            double cpu,
            @Nullable Latency sql,
            String trouble) {}

    /** What there is to say of the run: the service as a process, and each question. */
    record Outcome(Edition edition, int projects, Map<String, String> facts, List<Measured> measured) {}

    /** So many answers to a question are compared with the database. */
    private static final int COMPARED = 5;

    private static final Duration LONGEST_LOAD = Duration.ofHours(1);

    private final Installation installation;
    private final int projects;
    private final Map<String, String> facts = new LinkedHashMap<>();

    private Run(Installation installation, int projects) {
        this.installation = installation;
        this.projects = projects;
    }

    static Outcome of(Edition edition, int projects) throws Exception {
        return new Run(edition.install(), projects).run();
    }

    private Outcome run() throws Exception {
        installation.start().close();
        var parameters = fill();
        var sql = plainSql(parameters);
        note("database, MB", megabytes(installation.edition().bytes(installation)));
        var start = System.nanoTime();
        try (var service = installation.start()) {
            note("start, s", seconds(start));
            awaitColumns(service);
            note("resident after start, MB", service.memory("VmRSS"));
            var reader = new Reader(service.port(), parameters);
            noteColumns(reader);
            var measured = ask(service, reader, sql);
            noteImport(service, reader);
            note("resident after the run, MB", service.memory("VmRSS"));
            note("resident at most, MB", service.memory("VmHWM"));
            return new Outcome(installation.edition(), projects, facts, measured);
        }
    }

    /** Said at once as well: a large ledger takes its time. */
    private void note(String fact, String value) {
        facts.put(fact, value);
        System.out.println("%s, %,d projects: %s: %s".formatted(installation.edition(), projects, fact, value));
    }

    private Parameters fill() throws SQLException {
        var start = System.nanoTime();
        try (var connection = installation.connect()) {
            var known = GeneratedLedger.fill(connection, projects);
            installation.edition().settle(connection);
            note("generated in, s", seconds(start));
            return new Parameters(projects, known);
        }
    }

    /** First, for the embedded database can be asked only while the service is down. */
    private Map<Question, PlainSql.Answers> plainSql(Parameters parameters) throws Exception {
        var answers = new LinkedHashMap<Question, PlainSql.Answers>();
        var start = System.nanoTime();
        try (var connection = installation.connect()) {
            var sql = new PlainSql(connection, parameters);
            for (var question : Question.wanted()) {
                if (!question.sql().isEmpty()) {
                    sql.ask(question).ifPresent(answer -> answers.put(question, answer));
                }
            }
        }
        note("plain SQL asked in, s", seconds(start));
        return answers;
    }

    /** Figures are counted over columns, which the service loads in the background. */
    private void awaitColumns(PackagedService service) throws Exception {
        var start = System.nanoTime();
        Eventually.within(
                LONGEST_LOAD,
                "the columns are loaded",
                () -> isLoaded(service.get("/q/health/well").body()));
        note("columns awaited, s", seconds(start));
    }

    /** Or will not be: without room for them the database is measured. */
    private static boolean isLoaded(String health) {
        return health.contains("LOADED") || health.contains("TOO_LARGE");
    }

    /** The metrics of the columns, among them the catch-up after a change of one project. */
    private void noteColumns(Reader reader) throws Exception {
        reader.changeOften();
        var metrics = reader.metrics();
        note("columns, MB", "%.1f".formatted(metrics.getOrDefault("pipeline_figures_memory_bytes", 0.0) / 1e6));
        note("columns, positions", "%.0f".formatted(metrics.getOrDefault("pipeline_figures_rows", 0.0)));
        note(
                "columns loaded in, ms",
                "%.0f".formatted(metrics.getOrDefault("pipeline_figures_load_seconds", 0.0) * 1e3));
        var sum = metrics.getOrDefault("pipeline_figures_catchup_seconds_sum", 0.0);
        var times = metrics.getOrDefault("pipeline_figures_catchup_seconds_count", 0.0);
        note("catch-up after a change, ms", "%.1f".formatted(sum / times * 1e3));
    }

    /** The duration of the catch-up that the first question after an import waits for. */
    private void noteImport(PackagedService service, Reader reader) throws Exception {
        var before = reader.metrics().getOrDefault("pipeline_figures_catchup_seconds_sum", 0.0);
        var start = System.nanoTime();
        Intake.into(service.port(), LedgerBenchmark.ROWS);
        note("import of %,d rows, s".formatted(LedgerBenchmark.ROWS), seconds(start));
        reader.total();
        var after = reader.metrics().getOrDefault("pipeline_figures_catchup_seconds_sum", 0.0);
        note("catch-up after the import, ms", "%.0f".formatted((after - before) * 1e3));
    }

    private List<Measured> ask(PackagedService service, Reader reader, Map<Question, PlainSql.Answers> sql)
            throws Exception {
        var measured = new ArrayList<Measured>();
        for (var question : Question.wanted()) {
            var answers = sql.get(question);
            try {
                Latency.warm(asking -> reader.time(question, asking));
                compare(reader, question, answers);
                // A service that has been up for a while has compiled the code of its answers; that takes as long as
                // the answers of seconds.
                reader.perSecond(question);
                var latency = Latency.of(asking -> reader.time(question, asking));
                var cpu = service.cpuSeconds();
                var start = System.nanoTime();
                var perSecond = reader.perSecond(question);
                var asked = perSecond * (System.nanoTime() - start) / 1e9;
                cpu = (service.cpuSeconds() - cpu) * 1e3 / asked;
                measured.add(new Measured(question, latency, perSecond, cpu, latency(answers), ""));
            } catch (WrongAnswer | IOException wrong) {
                measured.add(failed(question, answers, wrong));
            } catch (ExecutionException failed) {
                measured.add(failed(question, answers, Objects.requireNonNull(failed.getCause())));
            }
            System.out.println(Report.line(measured.get(measured.size() - 1)));
        }
        return measured;
    }

    private static Measured failed(Question question, PlainSql.@Nullable Answers answers, Throwable failure) {
        return new Measured(question, null, 0, 0, latency(answers), Objects.toString(failure.getMessage()));
    }

    private static @Nullable Latency latency(PlainSql.@Nullable Answers answers) {
        return answers == null ? null : answers.latency();
    }

    /** A benchmark of wrong answers is none. */
    private static void compare(Reader reader, Question question, PlainSql.@Nullable Answers answers)
            throws IOException, InterruptedException {
        if (answers == null) {
            return;
        }
        for (var asking : answers.pairs().keySet().stream().limit(COMPARED).toList()) {
            var expected = answers.pairs().get(asking);
            var read = reader.read(question, asking);
            if (!read.equals(expected)) {
                throw new WrongAnswer(
                        "asking %d: the service says %s, the database %s".formatted(asking, read, expected));
            }
        }
    }

    private static String seconds(long start) {
        return "%.1f".formatted((System.nanoTime() - start) / 1e9);
    }

    private static String megabytes(long bytes) {
        return "%.1f".formatted(bytes / 1e6);
    }
}
