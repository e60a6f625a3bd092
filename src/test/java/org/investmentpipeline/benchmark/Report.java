package org.investmentpipeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.investmentpipeline.benchmark.Run.Measured;
import org.investmentpipeline.benchmark.Run.Outcome;

/** What was measured, as Markdown: printed as it comes, and kept in a file that is whole after each part. */
final class Report {
    private static final Path FILE = Path.of("target", "benchmark.md");
    private static final String NONE = "–";

    private final StringBuilder text = new StringBuilder();
    private final List<Outcome> outcomes = new ArrayList<>();

    Report() throws IOException {
        add("""
                # Benchmark

                %d processors, Java %s, %s. Milliseconds; at most 15 askings one after the other, each with other parameters; per
                second: 8 clients on the same machine. SQL: the same question put to the database itself, through JDBC.
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name")));
    }

    void add(Outcome outcome) throws IOException {
        outcomes.add(outcome);
        var facts = outcome.facts().entrySet().stream()
                .map(fact -> "| %s | %s |".formatted(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining("\n"));
        add("""
                ## %s, %,d projects

                | service | |
                |---|---:|
                %s

                | question | median | 95 %% | per second | CPU of one | SQL | service / SQL |
                |---|---:|---:|---:|---:|---:|---:|
                %s
                """.formatted(
                        outcome.edition(),
                        outcome.projects(),
                        facts,
                        outcome.measured().stream().map(Report::line).collect(Collectors.joining("\n"))));
    }

    void add(Start.Outcome start) throws IOException {
        add("""
                ## Start until ready, medians of %d

                | | service | plain Quarkus | service / plain |
                |---|---:|---:|---:|
                %s
                %s
                %s
                """.formatted(
                        start.service().size(),
                        start.line("CPU, s", Start.Measured::cpu),
                        start.line("elapsed, s", Start.Measured::wall),
                        start.line("resident, MB", Start.Measured::resident)));
    }

    void add(Edition edition, int rows, double imported, List<Double> registered) throws IOException {
        add("""
                ## %s, projects coming in

                | into an empty database | rows per second |
                |---|---:|
                | import of a CSV of %,d rows | %,.0f |
                | first batch of 1,000 drafts | %,.0f |
                | ten batches of 1,000 drafts | %,.0f |
                """.formatted(edition, rows, imported, registered.get(0), registered.get(1)));
    }

    void add(Edition edition, List<Writers.Rate> rates) throws IOException {
        add("""
                ## %s, clients who write at the same time

                | instances | clients | registrations per second | changes per second |
                |---:|---:|---:|---:|
                %s
                """.formatted(
                        edition,
                        rates.stream()
                                .map(rate -> "| %d | %d | %.0f | %.0f |"
                                        .formatted(rate.instances(), rate.clients(), rate.registered(), rate.amended()))
                                .collect(Collectors.joining("\n"))));
    }

    /** How many times longer the median is at each size than at the one before. */
    void addGrowth(Edition edition) throws IOException {
        var sizes = outcomes.stream()
                .filter(outcome -> outcome.edition() == edition)
                .toList();
        var heading =
                sizes.stream().map(size -> "%,d".formatted(size.projects())).collect(Collectors.joining(" | "));
        var rows = IntStream.range(0, Question.wanted().size())
                .mapToObj(number -> growth(
                        sizes.stream().map(size -> size.measured().get(number)).toList()))
                .collect(Collectors.joining("\n"));
        add("""
                ## %s, growth of the median from size to size

                | question | %s |
                |---|%s
                %s
                """.formatted(edition, heading, "---:|".repeat(sizes.size()), rows));
    }

    private static String growth(List<Measured> sizes) {
        var cells = new ArrayList<String>();
        cells.add(sizes.get(0).question().name());
        for (var i = 0; i < sizes.size(); i++) {
            var now = sizes.get(i).service();
            var before = i == 0 ? null : sizes.get(i - 1).service();
            cells.add(
                    now == null
                            ? NONE
                            : before == null
                                    ? "%.1f ms".formatted(now.median())
                                    : "× %.1f".formatted(now.median() / before.median()));
        }
        return "| %s |".formatted(String.join(" | ", cells));
    }

    /** One question as a row of the table. */
    static String line(Measured measured) {
        var name = measured.question().name();
        var service = measured.service();
        var sql = measured.sql();
        var plain = sql == null ? NONE : "%.1f".formatted(sql.median());
        if (service == null) {
            return "| %s | **WRONG** | | | | %s | |".formatted(name, plain);
        }
        var ratio = sql == null ? NONE : "%.1f".formatted(service.median() / sql.median());
        return "| %s | %.1f | %.1f | %.0f | %.1f | %s | %s |"
                .formatted(name, service.median(), service.slow(), measured.perSecond(), measured.cpu(), plain, ratio);
    }

    /** What was wrong, with the place where it was. */
    List<String> troubles() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.measured().stream()
                        .filter(measured -> !measured.trouble().isEmpty())
                        .map(measured -> "%s, %d projects, %s: %s"
                                .formatted(
                                        outcome.edition(),
                                        outcome.projects(),
                                        measured.question().name(),
                                        measured.trouble())))
                .toList();
    }

    private void add(String part) throws IOException {
        System.out.println(part);
        text.append(part).append('\n');
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text);
    }
}
