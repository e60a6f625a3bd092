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
 * The words that a column may hold and what each one means; whatever else stands there is refused with a
 * list of what is understood.
 *
 * @param <T> what a word means
 */
public final class Words<T> {

    private static final Map<String, List<String>> LISTS = WordList.of(Words.class, "words.txt");

    /** Stages and statuses together, because ledgers hold both in one column. */
    public static final Words<Standing> STANDING = new Words<>(Words::standing, standings());

    public static final Words<Origin> ORIGIN = new Words<>(Origin::valueOf, names(Origin.values()));
    public static final Words<Agreement> AGREEMENT = new Words<>(Agreement::valueOf, names(Agreement.values()));
    public static final Words<Boolean> YES_OR_NO = new Words<>("YES"::equals, List.of("YES", "NO"));

    /** Natures of construction that say work has begun; 新建 and all others say nothing of the stage. */
    private static final Set<String> BEGUN = Set.of("续建", "续建项目", "在建", "在建项目", "开复工", "复工", "已开工");

    /**
     * What a stage or status word says.
     *
     * @param stage null when the word speaks of a status alone
     * @param status null when the word speaks of a stage alone
     */
    public record Standing(@Nullable Stage stage, @Nullable Status status) {}

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

    /** What the cell says, null when it says nothing. */
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

    /** Whether a nature of construction says that work has begun. */
    public static boolean saysBegun(SheetCell nature) {
        return BEGUN.contains(Wording.of(nature.shown()));
    }

    private static Standing standing(String key) {
        for (var status : Status.values()) {
            if (status.name().equals(key)) {
                return new Standing(null, status);
            }
        }
        return new Standing(Stage.valueOf(key), null);
    }

    private static List<String> standings() {
        return Stream.concat(names(Stage.values()).stream(), names(Status.values()).stream())
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
