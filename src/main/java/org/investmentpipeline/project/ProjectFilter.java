package org.investmentpipeline.project;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.investmentpipeline.project.ledger.Stage;
import org.investmentpipeline.project.ledger.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which projects are meant; the same in lists, figures and links. A parameter repeated means any of its values, different
 * parameters mean all of them.
 */
public class ProjectFilter {
    @QueryParam("stage")
    @Parameter(description = "Stages.")
    public List<Stage> stage = List.of();

    @QueryParam("status")
    @Parameter(description = "Statuses.")
    public List<Status> status = List.of();

    @QueryParam("size")
    @Parameter(description = "Codes of size tiers, or `unknown` for projects without an investment.")
    public List<String> size = List.of();

    @QueryParam("sector")
    @Parameter(description = "Codes of sectors, or `unknown`.")
    public List<String> sector = List.of();

    @QueryParam("zone")
    @Parameter(description = "Codes of zones, or `unknown`.")
    public List<String> zone = List.of();

    @QueryParam("department")
    @Parameter(description = "Codes of departments, each with all below it, or `unknown`.")
    public List<String> department = List.of();

    @QueryParam("ownDepartment")
    @Parameter(description = "Codes of departments without those below them; what the rows of figures link to.")
    public List<String> ownDepartment = List.of();

    @QueryParam("origin")
    @Parameter(
            description = "Origins of capital, or `unknown`.",
            schema = @Schema(enumeration = {"LOCAL", "OUT_OF_PROVINCE", "FOREIGN", "unknown"}))
    public List<String> origin = List.of();

    @QueryParam("agreement")
    @Parameter(
            description = "Kinds of agreement, or `unknown`.",
            schema = @Schema(enumeration = {"FRAMEWORK", "FORMAL", "unknown"}))
    public List<String> agreement = List.of();

    @QueryParam("key")
    @Parameter(description = "Key projects, or those that are not.")
    public List<Boolean> key = List.of();

    @QueryParam("leader")
    @Parameter(description = "Leaders by their full name, or `unknown`.")
    public List<String> leader = List.of();

    @QueryParam("officer")
    @Parameter(description = "Officers by their full name, or `unknown`.")
    public List<String> officer = List.of();

    @QueryParam("investor")
    @Parameter(description = "Ids of investors, or `unknown`.")
    public List<String> investor = List.of();

    @QueryParam("minInvestment")
    @Parameter(description = "CNY, inclusive.")
    public @Nullable BigDecimal minInvestment;

    @QueryParam("maxInvestment")
    @Parameter(description = "CNY, inclusive.")
    public @Nullable BigDecimal maxInvestment;

    @QueryParam("q")
    @Parameter(description = "A text in today's code, name or investor; not with figures, asOf or knownAt.")
    public @Nullable String q;

    /** What is asked of each dimension, as text; dimensions that nothing is asked of are left out. */
    public Map<Dimension, List<String>> values() {
        var values = new EnumMap<Dimension, List<String>>(Dimension.class);
        put(values, Dimension.STAGE, stage);
        put(values, Dimension.STATUS, status);
        put(values, Dimension.SIZE, size);
        put(values, Dimension.SECTOR, sector);
        put(values, Dimension.ZONE, zone);
        put(values, Dimension.DEPARTMENT, department);
        put(values, Dimension.ORIGIN, origin);
        put(values, Dimension.AGREEMENT, agreement);
        put(values, Dimension.KEY, key);
        put(values, Dimension.LEADER, leader);
        put(values, Dimension.OFFICER, officer);
        put(values, Dimension.INVESTOR, investor);
        return values;
    }

    private static void put(Map<Dimension, List<String>> values, Dimension dimension, List<?> asked) {
        if (!asked.isEmpty()) {
            values.put(dimension, asked.stream().map(Object::toString).toList());
        }
    }

    /** The filter as the parameters that make it again, for links. */
    public Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        values().forEach((dimension, asked) -> parameters.put(dimension.json(), asked));
        if (!ownDepartment.isEmpty()) {
            parameters.put("ownDepartment", ownDepartment);
        }
        put(parameters, "minInvestment", minInvestment == null ? null : minInvestment.toPlainString());
        put(parameters, "maxInvestment", maxInvestment == null ? null : maxInvestment.toPlainString());
        put(parameters, "q", q);
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, List.of(Objects.requireNonNull(value)));
        }
    }
}
