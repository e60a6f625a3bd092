package org.investmentpipeline.project.query;

import static org.investmentpipeline.query.Dimension.Kind.FLAG;
import static org.investmentpipeline.query.Dimension.Kind.ID;
import static org.investmentpipeline.query.Dimension.Kind.LEAST;
import static org.investmentpipeline.query.Dimension.Kind.MOST;
import static org.investmentpipeline.query.Dimension.Kind.NAME;
import static org.investmentpipeline.query.Dimension.Kind.TEXT;
import static org.investmentpipeline.query.Dimension.Kind.TIER;
import static org.investmentpipeline.query.Dimension.Kind.WORD;
import static org.investmentpipeline.query.Dimension.Use.FILTER;
import static org.investmentpipeline.query.Dimension.Use.FILTER_KNOWN;
import static org.investmentpipeline.query.Dimension.Use.ROWS;
import static org.investmentpipeline.query.Dimension.Use.ROWS_OR_UNKNOWN;

import java.util.List;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;
import org.investmentpipeline.catalogue.list.NamedList;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.query.Dimension;
import org.investmentpipeline.query.Dimensions;

/**
 * The dimensions of projects, which are attributes of their positions. One more dimension is one more constant, and its place in
 * {@link #ALL}.
 */
public final class ProjectDimensions {
    public static final Dimension STAGE = Dimension.of("stage", WORD, "state.stage", Stage.class, ROWS, "Stages.");
    public static final Dimension STATUS =
            Dimension.of("status", WORD, "state.status", Status.class, ROWS, "Statuses.");
    public static final Dimension SIZE = Dimension.number(
            "size",
            TIER,
            "cny",
            "state.investment.amount",
            ROWS_OR_UNKNOWN,
            "Codes of size tiers, or `unknown` for projects without an investment.");
    public static final Dimension SECTOR = Dimension.tree(
            "sector",
            "state.sector",
            Sector.class,
            "Codes of sectors, each with all below it, or `unknown`.",
            "Codes of sectors without those below them, or `unknown`; the rows of figures link to these.");
    public static final Dimension ZONE = Dimension.of(
            "zone", Dimension.Kind.CODE, "state.zone", Zone.class, ROWS_OR_UNKNOWN, "Codes of zones, or `unknown`.");
    public static final Dimension DEPARTMENT = Dimension.tree(
            "department",
            "state.department",
            Department.class,
            "Codes of departments, each with all below it, or `unknown`.",
            "Codes of departments without those below them, or `unknown`; what the rows of figures link to.");
    public static final Dimension ORIGIN = Dimension.of(
            "origin", WORD, "state.origin", Origin.class, ROWS_OR_UNKNOWN, "Origins of capital, or `unknown`.");
    public static final Dimension AGREEMENT = Dimension.of(
            "agreement",
            WORD,
            "state.agreement",
            Agreement.class,
            ROWS_OR_UNKNOWN,
            "Kinds of agreement, or `unknown`.");
    public static final Dimension KEY =
            Dimension.of("key", FLAG, "state.key", Boolean.class, ROWS, "Key projects, or those that are not.");
    public static final Dimension LEADER = Dimension.of(
            "leader", NAME, "state.leader", String.class, ROWS_OR_UNKNOWN, "Leaders by their full name, or `unknown`.");
    public static final Dimension OFFICER = Dimension.of(
            "officer", NAME, "state.officer", String.class, FILTER, "Officers by their full name, or `unknown`.");
    public static final Dimension INVESTOR =
            Dimension.of("investor", ID, "state.investor", Long.class, FILTER, "Ids of investors, or `unknown`.");
    public static final Dimension LIST = Dimension.set(
            "list",
            "state.lists",
            "ListCombination",
            NamedList.class,
            "Codes of project lists that the projects are on, or `unknown` for those on none.");
    public static final Dimension CONTACTS = Dimension.complete(
            "contacts",
            List.of("state.leader", "state.officer", "state.department"),
            "Projects with a leader, an officer and a department (三级包联), or those that lack one of them.");
    public static final Dimension MIN_INVESTMENT = Dimension.number(
            "minInvestment", LEAST, "cny", "state.investment.amount", FILTER_KNOWN, ProjectFilterParameters.CNY);
    public static final Dimension MAX_INVESTMENT = Dimension.number(
            "maxInvestment", MOST, "cny", "state.investment.amount", FILTER_KNOWN, ProjectFilterParameters.CNY);

    /**
     * Text in code, name or investor, as {@link org.investmentpipeline.input.text.SearchText} compares it. Rows that an older release
     * wrote have no such text yet, or one with blanks and no keys, and are compared as it did until they get theirs.
     */
    public static final Dimension SEARCH =
            Dimension.of("q", TEXT, """
            (j.searchText%2$s or j.nameKeys.matchKey is null and (replace(j.searchText, ' ', '')%2$s
            or j.searchText is null and (lower(j.code)%2$s or lower(j.name)%2$s))
            or exists (select 1 from Investor i where i.id = %1$s.state.investor
            and (i.searchText%2$s or i.nameKeys.matchKey is null and (replace(i.searchText, ' ', '')%2$s
            or i.searchText is null and lower(i.name)%2$s))))""", String.class, FILTER_KNOWN, ProjectFilterParameters.SEARCHED);

    public static final Dimensions ALL = Dimensions.of(
            STAGE,
            STATUS,
            SIZE,
            SECTOR,
            SECTOR.linkedBy(),
            ZONE,
            DEPARTMENT,
            DEPARTMENT.linkedBy(),
            ORIGIN,
            AGREEMENT,
            KEY,
            LEADER,
            OFFICER,
            INVESTOR,
            LIST,
            CONTACTS,
            MIN_INVESTMENT,
            MAX_INVESTMENT,
            SEARCH);

    private ProjectDimensions() {}
}
