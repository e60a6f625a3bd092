package org.investmentpipeline.project.timeline;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value of a project that is kept on the ledger and holds for whole days; stage and status are not among them. */
public enum Field {
    INVESTMENT("investment", ProjectState::investment),
    SECTOR("sector", ProjectState::sector),
    ZONE("zone", ProjectState::zone),
    DEPARTMENT("department", ProjectState::department),
    ORIGIN("origin", ProjectState::origin),
    AGREEMENT("agreement", ProjectState::agreement),
    KEY("key", ProjectState::key),
    INVESTOR("investor", ProjectState::investor),
    LEADER("leader", ProjectState::leader),
    OFFICER("officer", ProjectState::officer),
    LAND_AREA("landArea", ProjectState::landArea),
    JOBS("jobs", ProjectState::jobs),
    /** Changed by list, see {@link ListMembership}. */
    LISTS("lists", ProjectState::lists);

    private final String json;
    private final Function<ProjectState, @Nullable Object> read;

    Field(String json, Function<ProjectState, @Nullable Object> read) {
        this.json = json;
        this.read = read;
    }

    /** The name of the field in JSON. */
    public String json() {
        return json;
    }

    public @Nullable Object of(ProjectState standing) {
        return read.apply(standing);
    }
}
