package org.investmentpipeline.project.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.statement.Decision.Registration;
import org.investmentpipeline.project.statement.Decision.Restatement;
import org.investmentpipeline.project.statement.StatementCommand.Match;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.TimelineRules;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** Decides on single statements as of one day; stores nothing. */
record StatementDecider(
        ProjectWriter writer, StatementValues values, StatementLists lists, LocalDate asOf, StepBack stepBack) {
    private static final Pattern BREAK = Pattern.compile("\\R");

    Registration register(ProjectStatement statement) {
        var details = statement.details();
        var birth = Stream.concat(statement.entries().values().stream(), Stream.ofNullable(details.birth()))
                .map(StatedDay::day)
                .min(LocalDate::compareTo)
                .orElse(asOf);
        var stage = Objects.requireNonNullElse(statement.stage(), Stage.UNDER_NEGOTIATION);
        var first = details.birth() == null ? null : details.birth().day();
        var life = TimelineRules.register(
                stage, statement.entries(), first, statement.statusDay(asOf), values.of(statement, birth, null));
        if (statement.status() != null) {
            life = TimelineRules.turn(life, statement.status(), statement.statusDay(asOf), statement.reason(), asOf);
        }
        var listed = lists.apply(statement, life);
        var fresh = writer.prepare(
                Objects.requireNonNullElse(statement.code(), ""), statement.name(), statement.description(), listed);
        return new Registration(
                fresh, listed == life ? null : new ListChange(null, life, listed), statement.investor());
    }

    /** Null when the statement changes nothing. */
    @Nullable
    Restatement restate(ProjectStatement statement, Match match, Project project, RecordedTimeline before) {
        var life = before.timeline();
        var known = asOf.isBefore(life.birth()) ? null : life.on(asOf);
        var reconciliation = new StatementReconciliation(statement, asOf, stepBack, life);
        reconciliation.apply(values.of(statement, asOf, known));
        var changes = new ArrayList<>(reconciliation.changes());
        var after = lists.apply(statement, reconciliation.life());
        var listed = lists.change(reconciliation.life(), after);
        listed.ifPresent(changes::add);
        var code = match.takesCode() ? Objects.requireNonNull(statement.code()) : project.code;
        var name = match.takesName() ? statement.name() : project.name;
        var description = described(statement.description(), project.description());
        var differences = differences(project, code, name, description);
        if (!differences.isEmpty()) {
            changes.add(ProjectChange.of(ProjectChange.Kind.AMENDED, null, null).with(differences));
        }
        if (changes.isEmpty()) {
            return null;
        }
        return new Restatement(
                project.id(),
                writer.prepare(before, after, changes),
                after.now(),
                code,
                name,
                description,
                listed.isEmpty() ? null : new ListChange(project, reconciliation.life(), after),
                statement.investor());
    }

    private static Description described(Description stated, Description known) {
        return new Description(
                isSame(stated.nameEn(), known.nameEn()) ? known.nameEn() : stated.nameEn(),
                isSame(stated.summary(), known.summary()) ? known.summary() : stated.summary());
    }

    private static List<FieldChange> differences(Project project, String code, String name, Description description) {
        var identity = Stream.of(
                        new FieldChange("code", project.code, code), new FieldChange("name", project.name, name))
                .filter(change -> !Objects.equals(change.before(), change.after()));
        return Stream.concat(identity, description.changesFrom(project.description()).stream())
                .toList();
    }

    /** Whether a stated text says no more than the known one: a sheet does not keep blanks at the ends and the kind of line breaks. */
    private static boolean isSame(@Nullable String stated, @Nullable String known) {
        return stated == null
                || known != null
                        && stated.equals(Text.strip(BREAK.matcher(known).replaceAll("\n")));
    }
}
