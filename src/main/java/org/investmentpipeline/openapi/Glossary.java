package org.investmentpipeline.openapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Descriptions and examples of names, wherever they occur in the contract: one word, one idea, one example. */
final class Glossary {
    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("Audit", "审计: actions with actor, time and address, and the verification of the trail."),
            Map.entry(
                    "Project lists",
                    "Lists of projects that an authority issues (重点项目清单), and their members day by day."),
            Map.entry(
                    "Catalogues",
                    "The lists that a bureau maintains: sectors, zones, departments, size tiers, exchange rates."),
            Map.entry(
                    "Figures",
                    "统计: stocks, flows, bridges, conversions and lead times, each with the list of the projects counted."),
            Map.entry("Imports", "台账: sheets in xlsx or CSV."),
            Map.entry("Projects", "项目: registered, changed, moved through the stages, listed."),
            Map.entry("Users", "Users and their tokens."),
            Map.entry("Administration", "运维: backups, and moving all data to another database."),
            Map.entry("Operation", "Version and state of the service."),
            Map.entry("Agreement", "The kind of agreement that was signed: framework 框架协议, formal 正式协议."),
            Map.entry("AuditSubjectKind", "The kind of target of an audited action; later releases may add more."),
            Map.entry("Cause", "Why a project came into a row of a bridge, or left it."),
            Map.entry("ImportOnError", "The reaction to rows that cannot be imported."),
            Map.entry("Instant", "A moment in UTC (RFC 3339)."),
            Map.entry("Interval", "The lengths of named periods; xun 旬 is ten days."),
            Map.entry("LocalDate", "A day, without a time and a zone."),
            Map.entry("Origin", "Where the capital comes from: 省内, 省外内资, 外资."),
            Map.entry(
                    "Precision",
                    "The precision of a stated day; a month, quarter or year is represented by its first day."),
            Map.entry("ProjectChangeKind", "The kind of change of a project; later releases may add more."),
            Map.entry("Role", "The role of a user; MANAGER includes OFFICER, which includes VIEWER."),
            Map.entry("Side", "A part of a bridge."),
            Map.entry("Stage", "The stages of a project, in this order: 在谈, 签约, 开工, 竣工."),
            Map.entry("Status", "Whether a project is being pursued: 推进, 暂缓, 终止; separate from its stage."),
            Map.entry("code", "The code; it never changes."),
            Map.entry("id", "The id."),
            Map.entry("knownAt", "As it was known at a moment; the present when left out."),
            Map.entry("moveId", "The id of the latest move."),
            Map.entry("username", "The name of the user."));

    private static final Map<String, Object> EXAMPLES = Map.ofEntries(
            Map.entry("Idempotency-Key", "7c4a8d09-ca95-4c28-a3f5-2f1b8a3a5f10"),
            Map.entry("If-Match", "\"5\""),
            Map.entry("If-None-Match", "\"q5bN0Zl1mGf3xk9w\""),
            Map.entry("changed", 4),
            Map.entry("code", "2023-0127"),
            Map.entry("column", "责任单位"),
            Map.entry("created", 12),
            Map.entry("current", "the current password"),
            Map.entry("cursor", "MTI3"),
            Map.entry("department", "bureau-2"),
            Map.entry("detail", "The project is SIGNED; it moves forward only."),
            Map.entry("entries", 1200),
            Map.entry("expected", "'投资促进二局' is in no catalogue; add it, or import with createMissing"),
            // One member: the order of more would change from build to build.
            Map.entry("filter", Map.of("stage", List.of("SIGNED"))),
            Map.entry("hash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Map.entry("id", 127),
            Map.entry("investor", "9"),
            Map.entry("issuer", "省发展改革委"),
            Map.entry("jobs", 300),
            Map.entry("landArea", 120.5),
            Map.entry("leader", "张伟"),
            Map.entry("level", "省级"),
            Map.entry("list", "provincial-2023"),
            Map.entry("maxInvestment", 1000000000),
            Map.entry("message", "is not known; known are VIEWER, OFFICER"),
            Map.entry("minInvestment", 100000000),
            Map.entry("missing", List.of("agreement", "investment")),
            Map.entry("moveId", 41),
            Map.entry("name", "CMP半导体零部件设备"),
            Map.entry("next", "MTI3"),
            Map.entry("note", "Signed at the spring fair"),
            Map.entry("officer", "李敏"),
            Map.entry("ordinal", 0),
            Map.entry("ownDepartment", "bureau-2"),
            Map.entry("ownSector", "semiconductors"),
            Map.entry("parent", "bureau"),
            Map.entry("projects", "/api/v1/projects?asOf=2023-06-30&stage=SIGNED"),
            Map.entry("q", "半导体"),
            Map.entry("rate", 7.2258),
            Map.entry("read", 20),
            Map.entry("reason", "The site is not ready"),
            Map.entry("nameEn", "CMP parts for semiconductor equipment"),
            Map.entry("refused", 1),
            Map.entry("reverses", 41),
            Map.entry("seals", 12),
            Map.entry("sector", "semiconductors"),
            Map.entry("sequence", 3),
            Map.entry("sheet", "项目台账"),
            Map.entry("size", "1b-5b"),
            Map.entry("status", 409),
            Map.entry("statusReason", "The site is not ready"),
            Map.entry("summary", "Parts for chemical mechanical polishing"),
            Map.entry("title", "Not allowed by the order of the stages"),
            Map.entry("token", 12),
            Map.entry("total", 63),
            Map.entry("unchanged", 3),
            Map.entry("unsealed", 0),
            Map.entry("username", "wang.li"),
            Map.entry("value", "投资促进二局"),
            Map.entry("version", 5),
            Map.entry("zone", "wanbei"),
            Map.entry("zones", List.of("wanbei")));

    private Glossary() {}

    static @Nullable String description(String name) {
        return DESCRIPTIONS.get(name);
    }

    static @Nullable Object example(String name) {
        return EXAMPLES.get(name);
    }
}
