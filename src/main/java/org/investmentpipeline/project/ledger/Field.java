package org.investmentpipeline.project.ledger;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value of a project that is kept on the ledger and holds for whole days; stage and status are not among them. */
public enum Field {
    INVESTMENT("investment", Standing::investment),
    SECTOR("sector", Standing::sector),
    ZONE("zone", Standing::zone),
    DEPARTMENT("department", Standing::department),
    ORIGIN("origin", Standing::origin),
    AGREEMENT("agreement", Standing::agreement),
    KEY("key", Standing::key),
    INVESTOR("investor", Standing::investor),
    LEADER("leader", Standing::leader),
    OFFICER("officer", Standing::officer);

    private final String json;
    private final Function<Standing, @Nullable Object> read;

    Field(String json, Function<Standing, @Nullable Object> read) {
        this.json = json;
        this.read = read;
    }

    /** The name of the field in JSON. */
    public String json() {
        return json;
    }

    public @Nullable Object of(Standing standing) {
        return read.apply(standing);
    }
}
