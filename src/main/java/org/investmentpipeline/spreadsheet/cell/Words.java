package org.investmentpipeline.spreadsheet.cell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.notation.NearestWord;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/**
 * The words of a column with their meanings; other words are refused with the nearest known one and a
 * list of the others.
 *
 * @param <T> the meaning of a word
 */
public final class Words<T> {

    private static final Map<String, List<String>> LISTS = WordList.of(Words.class, "words.txt");

    /** Stages and statuses together, because sheets have both in one column. */
    public static final Words<StageOrStatus> STAGE_OR_STATUS = of(Words::stageOrStatus, stagesAndStatuses());

    public static final Words<Origin> ORIGIN = of(Origin::valueOf, names(Origin.values()));
    public static final Words<Agreement> AGREEMENT = of(Agreement::valueOf, names(Agreement.values()));
    public static final Words<Boolean> YES_OR_NO = of("YES"::equals, List.of("YES", "NO"));

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

    /** Words around a word that leave its meaning: 已签约, 正在洽谈, 开工阶段. */
    private static final Pattern AROUND = Pattern.compile("^(?:正在|目前|现已|处于|处在|项目)|已经?|(?:阶段|项目|状态|中|之中|了)$");

    private static final Set<String> UNDER_WAY = Set.of("正在", "中", "之中");
    /** Events that have not happened while they are under way: 建成中 is no completion. */
    private static final Set<String> EVENTS = Set.of("签约", "签订", "竣工", "完工", "建成", "投产", "达产", "投运");

    private final Map<String, @Nullable T> meanings;
    private final LocalizedText expected;

    private Words(Map<String, @Nullable T> meanings, LocalizedText expected) {
        this.meanings = meanings;
        this.expected = expected;
    }

    private static <T> Words<T> of(Function<String, T> meaning, List<String> keys) {
        var meanings = new LinkedHashMap<String, @Nullable T>();
        for (var key : keys) {
            LISTS.getOrDefault(key, List.of()).forEach(word -> meanings.put(Wording.key(word), meaning.apply(key)));
            meanings.put(Wording.key(key), meaning.apply(key));
        }
        return new Words<>(
                meanings,
                LocalizedText.of(
                        "Expected one of these words or a usual synonym: %1$s.",
                        "应为以下词语或其常用同义词：%1$s。",
                        keys.stream()
                                .map(key -> LISTS.getOrDefault(key, List.of(key)).stream()
                                        .limit(2)
                                        .collect(Collectors.joining("/")))
                                .collect(Collectors.joining(", "))));
    }

    /** The meaning of the cell, null when it is empty. */
    public @Nullable T read(SheetCell cell) throws RefusedCell {
        String written = Texts.brief(cell);
        String word = Wording.key(written);
        if (meanings.containsKey(word)) {
            return meanings.get(word);
        }
        if (Wording.isPlaceholder(written)) {
            return null;
        }
        var meaning = within(word);
        if (meaning == null) {
            String nearest = NearestWord.of(word, meanings.keySet());
            throw RefusedCell.unknownWord(nearest == null ? expected : suggestion(nearest), nearest);
        }
        return meaning;
    }

    /** The meaning of a word without the words around it, the fewest first. */
    private @Nullable T within(String word) {
        String rest = word;
        boolean isUnderWay = false;
        for (var around = AROUND.matcher(rest); around.find(); around = AROUND.matcher(rest)) {
            String start = rest.substring(0, around.start());
            String end = rest.substring(around.end());
            isUnderWay |= UNDER_WAY.contains(around.group());
            rest = start + end;
            var meaning = meanings.get(rest);
            if (meaning != null || rest.isEmpty()) {
                return isUnderWay && EVENTS.contains(rest) ? null : meaning;
            }
        }
        return null;
    }

    private LocalizedText suggestion(String nearest) {
        return expectedAfter(LocalizedText.of(
                "The word is unknown; \"%1$s\" is the nearest known one.", "词语无法识别，最接近的是“%1$s”。", nearest));
    }

    private LocalizedText expectedAfter(LocalizedText sentence) {
        return new LocalizedText(sentence.en() + " " + expected.en(), sentence.zh() + expected.zh());
    }

    /** Whether a kind of construction implies that work has begun. */
    public static boolean saysBegun(SheetCell nature) {
        return BEGUN.contains(Wording.key(nature.shown()));
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
