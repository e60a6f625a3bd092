package org.investmentpipeline.fuzz;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.investmentpipeline.fuzz.Judge.Judged;
import org.investmentpipeline.fuzz.Request.Target;

/** What came of the requests: how each operation answered, and each fault with the first request that showed it. */
final class Summary {
    private final Map<String, Map<Integer, Integer>> answers = new TreeMap<>();
    private final Map<String, String> faults = new TreeMap<>();

    Summary(Collection<Target> targets) {
        targets.forEach(target -> answers.put(name(target), new TreeMap<>()));
    }

    void add(Request request, Judged judged) {
        var name = name(request.target());
        answers.computeIfAbsent(name, any -> new TreeMap<>()).merge(judged.status(), 1, Integer::sum);
        judged.fault()
                .ifPresent(fault -> faults.putIfAbsent(
                        "%s %d %s".formatted(name, judged.status(), fault.replaceAll("[0-9]+", "#")),
                        "%s%n    %s%n    %s"
                                .formatted(fault, request, judged.answer().body())));
    }

    /** Each fault once. */
    List<String> faults() {
        return faults.entrySet().stream()
                .map(fault -> fault.getKey() + "\n    " + fault.getValue())
                .toList();
    }

    /** The operations that nothing ever succeeded at: of these, nothing was tried but refusals. */
    List<String> neverDone() {
        return answers.entrySet().stream()
                .filter(each -> each.getValue().keySet().stream().noneMatch(status -> status < 300))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A table of operations and statuses. */
    @Override
    public String toString() {
        var total = new TreeMap<Integer, Integer>();
        answers.values().forEach(counts -> counts.forEach((status, count) -> total.merge(status, count, Integer::sum)));
        return "%d requests to %d operations, %d kinds of fault%n%n| operation | answers |%n|---|---|%n| all | %s |%n%s%n"
                .formatted(
                        sum(total.values()),
                        answers.size(),
                        faults.size(),
                        told(total),
                        answers.entrySet().stream()
                                .map(each -> "| %s | %s |".formatted(each.getKey(), told(each.getValue())))
                                .collect(Collectors.joining("\n")));
    }

    private static String told(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static int sum(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static String name(Target target) {
        return target.operation().getOperationId();
    }
}
