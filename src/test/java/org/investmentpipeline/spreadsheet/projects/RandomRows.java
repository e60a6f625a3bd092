package org.investmentpipeline.spreadsheet.projects;

import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Projects.delete;
import static org.investmentpipeline.support.Projects.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.investmentpipeline.support.Fixtures;

/**
 * A ledger of random rows that often have something in common: a code, a name, a name and investor, an entry that no catalogue
 * has. Some mean projects that are registered already, one of them deleted, and some cannot be taken over.
 */
final class RandomRows {
    private static final int ROWS = 80;
    private static final String HEADINGS = "项目编号,项目名称,投资方,总投资（万元）,占地面积（亩）,带动就业,行业,所属园区,项目阶段,签约时间";

    private final Random random;
    private final String prefix = code("随");
    private final List<String> zones = List.of(Fixtures.zone(), prefix + "新园一", prefix + "新园二");
    private final List<String> generated;

    /**
     * Rows after a seed.
     *
     * @param generated codes that the service will give next to projects without one
     */
    RandomRows(long seed, List<String> generated) {
        this.random = new Random(seed);
        this.generated = generated;
        for (var number = 1; number <= 4; number++) {
            register(
                    "code",
                    prefix + "-" + number,
                    "name",
                    prefix + "项目" + number % 3,
                    "zone",
                    zones.get(0),
                    "investor",
                    Map.of("name", prefix + "公司" + number % 2));
        }
        delete(register("code", prefix + "-5", "name", prefix + "项目2", "zone", zones.get(0)));
    }

    /** What all names and codes of it begin with. */
    String prefix() {
        return prefix;
    }

    /** The zone of most rows and of all projects that were registered before. */
    String zone() {
        return zones.get(0);
    }

    byte[] file() {
        var lines = new ArrayList<>(List.of(HEADINGS));
        IntStream.range(0, ROWS).mapToObj(any -> row()).forEach(lines::add);
        return csv(lines.toArray(String[]::new));
    }

    private String row() {
        var code = oneOf("", "", "", prefix + "-" + (1 + random.nextInt(30)));
        var other = random.nextInt(20) == 0 ? generated.get(random.nextInt(generated.size())) : code;
        return String.join(
                ",",
                other,
                prefix + "项目" + random.nextInt(20),
                oneOf("", prefix + "公司0", prefix + "公司1", prefix + "公司" + random.nextInt(9)),
                oneOf("10", "20.5", "7", "", "二十几"),
                oneOf("", "86.5", "120"),
                oneOf("", "", "30"),
                oneOf("", "软件和信息服务", "软件和信息服务", "新材料", prefix + "新行业"),
                random.nextInt(4) > 0 ? zones.get(0) : zones.get(1 + random.nextInt(2)),
                oneOf("", "签约", "在谈", "开工", "竣工", "不明阶段"),
                oneOf("", "", "2023-03-01", "2023年5月"));
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }
}
