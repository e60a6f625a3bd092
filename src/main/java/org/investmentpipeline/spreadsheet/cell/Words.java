package org.investmentpipeline.spreadsheet.cell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/**
 * The words of a column with their meanings; other words are refused with a
 * list of the known ones.
 *
 * @param <T> the meaning of a word
 */
public final class Words<T> {

    private static final Map<String, List<String>> LISTS = WordList.of(Words.class, "words.txt");

    /** Stages and statuses together, because sheets have both in one column. */
    public static final Words<StageOrStatus> STAGE_OR_STATUS = new Words<>(Words::stageOrStatus, stagesAndStatuses());

    public static final Words<Origin> ORIGIN = new Words<>(Origin::valueOf, names(Origin.values()));
    public static final Words<Agreement> AGREEMENT = new Words<>(Agreement::valueOf, names(Agreement.values()));
    public static final Words<Boolean> YES_OR_NO = new Words<>("YES"::equals, List.of("YES", "NO"));

    /** Kinds of construction that imply that work has begun; 新建 and all others imply nothing about the stage. */
    private static final Set<String> BEGUN = Set.of("续建", "续建项目", "在建", "在建项目", "开复工", "复工", "已开工");

    /**
     * The meaning of a stage or status word.
     *
     * @param stage null when the word only means a status
     * @param status null when the word only means a stage
     */
    public record StageOrStatus(
            @Nullable Stage stage, @Nullable Status status) {}

    private final Map<String, T> meanings = new HashMap<>();
    private final LocalizedText expected;

    private Words(Function<String, T> meaning, List<String> keys) {
        for (var key : keys) {
            meanings.put(Wording.of(key), meaning.apply(key));
            LISTS.getOrDefault(key, List.of()).forEach(word -> meanings.put(word, meaning.apply(key)));
        }
        expected = LocalizedText.of(
                "Expected one of these words or a usual synonym: %1$s.",
                "应为以下词语或其常用同义词：%1$s。",
                keys.stream()
                        .map(key -> LISTS.getOrDefault(key, List.of(key)).stream()
                                .limit(2)
                                .collect(Collectors.joining("/")))
                        .collect(Collectors.joining(", ")));
    }

    /** The meaning of the cell, null when it is empty. */
    public @Nullable T read(SheetCell cell) throws RefusedCell {
        String written = Texts.brief(cell);
        if (Wording.isPlaceholder(written)) {
            return null;
        }
        var word = Wording.of(written);
        var meaning = meanings.get(word);
        if (meaning == null) {
            meaning = meanings.get(word.replaceFirst("(阶段|项目|状态|中)$", ""));
        }
        if (meaning == null) {
            throw new RefusedCell(expected);
        }
        return meaning;
    }

    /** Whether a kind of construction implies that work has begun. */
    public static boolean saysBegun(SheetCell nature) {
        return BEGUN.contains(Wording.of(nature.shown()));
    }

    private static StageOrStatus stageOrStatus(String key) {
        for (var status : Status.values()) {
            if (status.name().equals(key)) {
                return new StageOrStatus(null, status);
            }
        }
        return new StageOrStatus(Stage.valueOf(key), null);
    }

    private static List<String> stagesAndStatuses() {
        return Stream.concat(names(Stage.values()).stream(), names(Status.values()).stream())
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
