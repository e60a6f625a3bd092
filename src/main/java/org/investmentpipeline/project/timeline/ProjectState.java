package org.investmentpipeline.project.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.investmentpipeline.catalogue.CodeSet;
import org.investmentpipeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a project stands: everything the ledger knows of it for a span of days. It is mapped to the columns of a position here, and
 * nowhere else.
 *
 * @param since the day the stage was entered; null when it was taken over without a stated day
 * @param reason why the status is what it is; null while active
 * @param agreement null below SIGNED
 * @param investor the id of the investor
 * @param landArea in mu (亩, 1/15 ha)
 * @param lists the codes of the project lists that the project is on; null for none
 */
@Embeddable
public record ProjectState(
        @Column(name = "stage") @JdbcTypeCode(SqlTypes.VARCHAR)
        Stage stage,

        @Column(name = "stage_since") @Nullable LocalDate since,

        @Column(name = "status") @JdbcTypeCode(SqlTypes.VARCHAR)
        Status status,

        @Column(name = "status_reason") @Nullable String reason,
        @Embedded @Nullable Investment investment,
        @Column(name = "sector_code") @Nullable String sector,
        @Column(name = "zone_code") @Nullable String zone,
        @Column(name = "department_code") @Nullable String department,

        @Column(name = "origin") @JdbcTypeCode(SqlTypes.VARCHAR) @Nullable
        Origin origin,

        @Column(name = "agreement") @JdbcTypeCode(SqlTypes.VARCHAR) @Nullable
        Agreement agreement,

        @Column(name = "key_project") boolean key,
        @Column(name = "investor_id") @Nullable Long investor,
        @Column(name = "leader") @Nullable String leader,
        @Column(name = "officer") @Nullable String officer,
        @Column(name = "land_area") @Nullable BigDecimal landArea,
        @Column(name = "jobs") @Nullable Integer jobs,

        @Column(name = "lists") @Convert(converter = CodeSet.AsText.class) @Nullable
        CodeSet lists) {

    /** Numbers are written the shortest way, so that equal states are equal wherever they come from. */
    public ProjectState {
        landArea = landArea == null ? null : Money.plain(landArea);
    }

    /** Puts a standing together from its stage and status and the values of its fields. */
    static ProjectState of(
            Stage stage,
            @Nullable LocalDate since,
            Status status,
            @Nullable String reason,
            Map<Field, @Nullable Object> values) {
        return new ProjectState(
                stage,
                since,
                status,
                reason,
                (Investment) values.get(Field.INVESTMENT),
                (String) values.get(Field.SECTOR),
                (String) values.get(Field.ZONE),
                (String) values.get(Field.DEPARTMENT),
                (Origin) values.get(Field.ORIGIN),
                stage.isBefore(Stage.SIGNED) ? null : (Agreement) values.get(Field.AGREEMENT),
                Boolean.TRUE.equals(values.get(Field.KEY)),
                (Long) values.get(Field.INVESTOR),
                (String) values.get(Field.LEADER),
                (String) values.get(Field.OFFICER),
                (BigDecimal) values.get(Field.LAND_AREA),
                (Integer) values.get(Field.JOBS),
                (CodeSet) values.get(Field.LISTS));
    }

    /** What a stage requires and this standing lacks, by the names of the fields. */
    public List<String> missingFor(Stage target) {
        if (target.isBefore(Stage.SIGNED)) {
            return List.of();
        }
        return Stream.of(Field.AGREEMENT, Field.INVESTMENT)
                .filter(field -> field.of(this) == null)
                .map(Field::json)
                .toList();
    }

    /** What the next stage still requires; of the last stage, what it lacks itself. */
    public List<String> missing() {
        var next = stage.next();
        return missingFor(next == null ? stage : next);
    }
}
