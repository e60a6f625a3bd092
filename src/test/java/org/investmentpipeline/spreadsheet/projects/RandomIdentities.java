package org.investmentpipeline.spreadsheet.projects;

import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Projects.delete;
import static org.investmentpipeline.support.Projects.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A few registered projects, with and without codes of their own, and a ledger of rows that state them and others in all ways:
 * by code or name, in another spelling, under another's name, twice.
 */
final class RandomIdentities {
    private static final String HEADINGS = "项目编号,项目名称,投资方,所属园区";

    private final Random random;
    private final String prefix = code("同");
    private final String zone = zone();
    private final List<String> told = new ArrayList<>();

    RandomIdentities(long seed) {
        this.random = new Random(seed);
        for (var number = 0; number < 3 + random.nextInt(4); number++) {
            registerOne(number);
        }
    }

    private void registerOne(int number) {
        var name = name();
        var investor = random.nextInt(3) == 0 ? "" : investor();
        var own = random.nextBoolean() ? prefix + "-" + number : "";
        var isDeleted = random.nextInt(8) == 0;
        told.add(String.join(",", own, name, investor, isDeleted ? "deleted" : "registered"));
        var draft = new ArrayList<Object>(List.of("name", name, "zone", zone));
        if (!investor.isEmpty()) {
            draft.addAll(List.of("investor", Map.of("name", investor)));
        }
        if (!own.isEmpty()) {
            draft.addAll(List.of("code", own));
        }
        var id = register(draft.toArray());
        if (isDeleted) {
            delete(id).statusCode(204);
        }
    }

    byte[] file() {
        var lines = new ArrayList<>(List.of(HEADINGS));
        for (var row = 0; row < 4 + random.nextInt(6); row++) {
            var own = random.nextInt(5) < 3 ? prefix + "-" + random.nextInt(9) : "";
            lines.add(String.join(",", own, name(), random.nextInt(3) == 0 ? "" : investor(), zone));
        }
        told.addAll(lines);
        return csv(lines.toArray(String[]::new));
    }

    private String name() {
        return prefix + oneOf("甲（一期）", "甲(一期)", "乙", "乙 ", "丙", "丁");
    }

    private String investor() {
        return prefix + oneOf("公司（中国）", "公司(中国)", "集团");
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }

    @Override
    public String toString() {
        return String.join("\n", told);
    }
}
