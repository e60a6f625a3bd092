package org.investmentpipeline.benchmark;

import java.util.List;

/**
 * A question that the service is asked and, beside it, the database itself.
 *
 * @param path below {@code /api/v1}, with the placeholders of {@link Parameters}
 * @param sql the same question; its last two columns are the two numbers that {@link Reading} finds in the answer. Empty where
 *     there is none
 */
record Question(String name, String path, Reading reading, String sql) {
    private static final String KNOWN = " p.superseded_at > {known} and p.recorded_at <= {known} ";
    private static final String ACTIVE = " and p.status = 'ACTIVE' ";
    private static final String NOW = " from position p where p.to_day = date '9999-12-31' and" + KNOWN;
    private static final String ON_DAY =
            " from position p where p.from_day <= date '{day}' and p.to_day > date '{day}' and" + KNOWN;
    private static final String IN_MONTH =
            " from position p where p.entry and p.from_day between date '{month}-01' and date '{lastOfMonth}' and"
                    + KNOWN;
    private static final String IN_YEAR =
            " from position p where p.entry and p.from_day between date '{year}-01-01' and date '{year}-12-31' and"
                    + KNOWN;
    private static final String SIZE = " case when p.amount is null then -1 when p.cny < 100000000 then 0"
            + " when p.cny < 500000000 then 1 when p.cny < 1000000000 then 2 when p.cny < 5000000000 then 3"
            + " when p.cny < 10000000000 then 4 else 5 end ";
    private static final String LISTED =
            "select j.code, j.name, p.stage, p.project_id, p.cny from project j join position p on p.project_id = j.id where"
                    + KNOWN;

    /** A part of the names of those that are measured; empty for all. */
    static final String WANTED = System.getProperty("benchmark.questions", "");

    /** What is measured, in the order of the report. */
    static List<Question> wanted() {
        return all().stream().filter(question -> question.name.contains(WANTED)).toList();
    }

    /** All there are: a list, and as long as it takes. */
    private static List<Question> all() {
        return List.of(
                totals("totals now by stage", "by=stage", "p.stage", NOW + ACTIVE),
                totals("totals of a past day by stage", "asOf={day}&by=stage", "p.stage", ON_DAY + ACTIVE),
                totals(
                        "totals of a past day by stage, size",
                        "asOf={day}&by=stage,size",
                        "p.stage, " + SIZE,
                        ON_DAY + ACTIVE),
                totals("totals now by stage, sector", "by=stage,sector", "p.stage, p.sector_code", NOW + ACTIVE),
                totals(
                        "totals now by sector, zone, stage",
                        "by=sector,zone,stage",
                        "p.sector_code, p.zone_code, p.stage",
                        NOW + ACTIVE),
                totals(
                        "totals now by stage from an investment on",
                        "by=stage&minInvestment={amount}",
                        "p.stage",
                        NOW + ACTIVE + "and p.amount is not null and p.cny >= {amount}"),
                totals(
                        "totals at a past knowledge by stage, sector",
                        "asOf={day}&by=stage,sector&knownAt={pastInPath}",
                        "p.stage, p.sector_code",
                        ON_DAY.replace("{known}", "{past}") + ACTIVE),
                totals(
                        "totals of a leader by stage",
                        "by=stage&leader={leaderInPath}",
                        "p.stage",
                        NOW + ACTIVE + "and p.leader = '{leader}'"),
                totals(
                        "totals of a department by stage, size",
                        "by=stage,size&department={department}",
                        "p.stage, " + SIZE,
                        NOW + ACTIVE + "and p.department_code = '{department}'"),
                flows("flows of a month by stage", "period={month}&by=stage", "p.stage", IN_MONTH),
                flows(
                        "flows of a year by stage, sector",
                        "period={year}&by=stage,sector",
                        "p.stage, p.sector_code",
                        IN_YEAR),
                new Question(
                        "flows of a year by month beside the year before, by stage",
                        "/flows?period={year}&interval=month&compare=previous-year&by=stage",
                        Reading.SERIES,
                        MONTHS),
                bridge("bridge of a month", "{month}", "{month}-01", "{lastOfMonth}", "{dayBeforeMonth}"),
                bridge("bridge of a year", "{year}", "{year}-01-01", "{year}-12-31", "{yearBefore}-12-31"),
                new Question(
                        "conversion of a year by sector",
                        "/conversion?signedIn={year}&by=sector",
                        Reading.CONVERSION,
                        CONVERSION),
                new Question(
                        "lead times of a year by sector",
                        "/lead-times?from=SIGNED&to=GROUNDBREAKING&period={year}&by=sector",
                        Reading.LEAD_TIMES,
                        LEAD_TIMES),
                list("list: page 1", "", "and p.to_day = date '9999-12-31' order by p.project_id"),
                list(
                        "list: page 50",
                        "cursor={cursor}",
                        "and p.to_day = date '9999-12-31' and p.project_id > {after} order by p.project_id"),
                list(
                        "list: page 1 by falling investment",
                        "sort=-investment",
                        "and p.to_day = date '9999-12-31' order by p.cny desc, p.project_id desc"),
                list(
                        "list: page 1 of a stage and a sector by falling investment",
                        "sort=-investment&stage=SIGNED&sector={sector}",
                        "and p.to_day = date '9999-12-31' and p.stage = 'SIGNED' and p.sector_code = '{sector}'"
                                + " order by p.cny desc, p.project_id desc"),
                list(
                        "list: signed in a month",
                        "entered=SIGNED&period={month}",
                        "and p.entry and p.stage = 'SIGNED' and p.from_day between date '{month}-01'"
                                + " and date '{lastOfMonth}' order by p.project_id"),
                new Question(
                        "totals asked again with If-None-Match",
                        "/totals?asOf={day}&by=sector,zone,stage",
                        Reading.UNCHANGED,
                        ""));
    }

    private static final String MONTHS = """
            select p.stage, extract(month from p.from_day),
                count(case when p.from_day < date '{year}-01-01' then 1 end),
                sum(case when p.from_day < date '{year}-01-01' then p.cny end),
                count(case when p.from_day >= date '{year}-01-01' then 1 end),
                sum(case when p.from_day >= date '{year}-01-01' then p.cny end)
            from position p
            where p.entry and p.from_day between date '{yearBefore}-01-01' and date '{year}-12-31' and""" + KNOWN + "group by p.stage, extract(month from p.from_day)";

    private static final String CONVERSION = """
            select p.sector_code, count(case when n.stage in ('GROUNDBREAKING', 'COMPLETED') then 1 end),
                count(case when n.stage = 'COMPLETED' then 1 end), count(case when n.status = 'WITHDRAWN' then 1 end),
                count(*), sum(p.cny)
            from position p join position n on n.project_id = p.project_id and n.to_day = date '9999-12-31'
                and n.superseded_at > {known} and n.recorded_at <= {known}
            where p.entry and p.stage = 'SIGNED' and p.from_day between date '{year}-01-01' and date '{year}-12-31' and""" + KNOWN + "group by p.sector_code";

    private static final String LEAD_TIMES = """
            select lead.sector_code, percentile_disc(0.9) within group (order by lead.days),
                count(*), percentile_cont(0.5) within group (order by lead.days)
            from (
                select p.sector_code, cast(p.from_day - s.from_day as integer) as days
                from position p join position s on s.project_id = p.project_id and s.entry and s.stage = 'SIGNED'
                    and s.superseded_at > {known} and s.recorded_at <= {known}
                where p.entry and p.stage = 'GROUNDBREAKING'
                    and p.from_day between date '{year}-01-01' and date '{year}-12-31' and""" + KNOWN + ") lead group by lead.sector_code";

    private static final String BEFORE = """
             join position q on q.project_id = p.project_id and q.to_day = p.from_day
                and (q.from_day < p.from_day and p.ordinal = 0 or q.from_day = p.from_day and q.ordinal = p.ordinal - 1)
                and q.superseded_at > {known} and q.recorded_at <= {known}
            where p.from_day between date '{first}' and date '{last}' and""" + KNOWN;

    private static final String BRIDGE = "select 'opening', p.stage, count(*), sum(p.cny) from position p"
            + " where p.from_day <= date '{eve}' and p.to_day > date '{eve}' and" + KNOWN + ACTIVE + "group by p.stage"
            + " union all select 'closing', p.stage, count(*), sum(p.cny) from position p"
            + " where p.from_day <= date '{last}' and p.to_day > date '{last}' and" + KNOWN + ACTIVE
            + "group by p.stage"
            + " union all select 'entered', p.stage, count(*), sum(p.cny) from position p left" + BEFORE + ACTIVE
            + "and (q.id is null or q.status <> 'ACTIVE' or q.stage <> p.stage) group by p.stage"
            + " union all select 'left', q.stage, count(*), sum(q.cny) from position p" + BEFORE
            + "and q.status = 'ACTIVE' and (p.status <> 'ACTIVE' or p.stage <> q.stage) group by q.stage"
            + " union all select 'revalued', p.stage, count(*), sum(p.cny - q.cny) from position p" + BEFORE + ACTIVE
            + "and q.status = 'ACTIVE' and p.stage = q.stage and p.cny <> q.cny group by p.stage";

    private static Question totals(String name, String query, String groups, String rows) {
        return figure(name, "/totals?" + query, groups, rows);
    }

    private static Question flows(String name, String query, String groups, String rows) {
        return figure(name, "/flows?" + query, groups, rows);
    }

    private static Question figure(String name, String path, String groups, String rows) {
        var sql = "select %s, count(*), sum(p.cny) %s group by %s".formatted(groups, rows, groups);
        return new Question(name, path, Reading.FIGURE, sql);
    }

    private static Question bridge(String name, String period, String first, String last, String eve) {
        var sql = BRIDGE.replace("{first}", first).replace("{last}", last).replace("{eve}", eve);
        return new Question(name, "/bridge?period=" + period, Reading.BRIDGE, sql);
    }

    private static Question list(String name, String query, String rows) {
        return new Question(
                name, "/projects?limit=50&" + query, Reading.LIST, LISTED + rows + " fetch first 50 rows only");
    }

    /** Whether each asking differs from the one before: else a database may give its last answer again. */
    boolean varies() {
        return path.contains("{");
    }
}
