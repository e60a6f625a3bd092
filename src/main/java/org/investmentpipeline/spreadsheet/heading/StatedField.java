package org.investmentpipeline.spreadsheet.heading;

import java.util.Arrays;
import java.util.Optional;
import org.investmentpipeline.project.timeline.Stage;
import org.jspecify.annotations.Nullable;

/** The fields that a column of a sheet can fill; a caller's mapping names them by {@link #key()}. */
public enum StatedField {
    CODE("code"),
    NAME("name"),
    INVESTOR("investor"),
    INVESTMENT("investment"),
    SECTOR("sector"),
    ZONE("zone"),
    DEPARTMENT("department"),
    ORIGIN("origin"),
    AGREEMENT("agreement"),
    KEY("key"),
    LEADER("leader"),
    OFFICER("officer"),
    LAND_AREA("landArea"),
    JOBS("jobs"),
    SUMMARY("summary"),
    /** A stage or status word. */
    STAGE("stage"),
    /** A status or stage word. */
    STATUS("status"),
    /** 建设性质: whether work had begun before this year. */
    NATURE("nature"),
    /** The day the register first lists the project. */
    LISTED_ON("listedOn"),
    NEGOTIATED_ON("negotiatedOn"),
    SIGNED_ON("signedOn"),
    BROKE_GROUND_ON("brokeGroundOn"),
    COMPLETED_ON("completedOn");

    private final String key;

    StatedField(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    static Optional<StatedField> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
    }

    /** The field that states the day a stage was entered. */
    public static StatedField dayOf(Stage stage) {
        return switch (stage) {
            case UNDER_NEGOTIATION -> NEGOTIATED_ON;
            case SIGNED -> SIGNED_ON;
            case GROUNDBREAKING -> BROKE_GROUND_ON;
            case COMPLETED -> COMPLETED_ON;
        };
    }

    /** Whether it is a quantity of one project, which merged rows cannot share. */
    public boolean isQuantity() {
        return this == INVESTMENT || this == LAND_AREA || this == JOBS;
    }

    /** The maximum length of a text field, or null for other fields. */
    @Nullable
    public Integer limit() {
        return switch (this) {
            case NAME, INVESTOR -> 200;
            case CODE -> 64;
            case SECTOR, ZONE, DEPARTMENT, LEADER, OFFICER -> 100;
            case SUMMARY -> 4000;
            case INVESTMENT, ORIGIN, AGREEMENT, KEY, LAND_AREA, JOBS, STAGE, STATUS, NATURE -> null;
            case LISTED_ON, NEGOTIATED_ON, SIGNED_ON, BROKE_GROUND_ON, COMPLETED_ON -> null;
        };
    }
}
