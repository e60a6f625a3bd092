package org.investmentpipeline.project.undo;

import java.util.List;
import java.util.Map;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/** The refusal of an undo of projects that were changed since. */
final class BuiltUponProblem {
    private static final int MOST = 1000;

    private BuiltUponProblem() {}

    /** Some of the projects of the import. */
    static Problem of(List<BuiltUponProject> projects) {
        return named(
                Problem.of(
                        ProblemType.IMPORT_BUILT_UPON,
                        "%d projects were changed since, so nothing was undone; see projects. Undo later imports first, or"
                                + " leave these projects as they are with skipBuiltUpon=true.",
                        "有 %d 个项目在此之后已有变更，因此未作撤销；详见 projects。请先撤销之后的导入，或使用 skipBuiltUpon=true 保留这些项目。",
                        projects.size()),
                projects);
    }

    /** All of them, so that nothing is left to be undone. */
    static Problem ofAll(List<BuiltUponProject> projects) {
        return named(
                Problem.of(
                        ProblemType.IMPORT_BUILT_UPON,
                        "All %d projects were changed since, so nothing is left to be undone; see projects. Undo later imports first.",
                        "全部 %d 个项目在此之后均已有变更，没有可撤销的内容；详见 projects。请先撤销之后的导入。",
                        projects.size()),
                projects);
    }

    private static Problem named(Problem problem, List<BuiltUponProject> projects) {
        return problem.with(Map.of(
                "count",
                projects.size(),
                "projects",
                projects.stream().limit(MOST).toList()));
    }
}
