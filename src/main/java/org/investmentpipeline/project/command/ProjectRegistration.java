package org.investmentpipeline.project.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.NamingLock;
import org.investmentpipeline.catalogue.rate.ExchangeRate;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.investor.Investor;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.ledger.ProjectWithTimeline;
import org.investmentpipeline.project.query.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** Registers the drafts of one request, all or none. */
@ApplicationScoped
public class ProjectRegistration {
    private final NamingLock namingLock;
    private final Catalogue catalogue;
    private final ExchangeRate.Repository rates;
    private final Investor.Repository investors;
    private final ProjectAccess reach;
    private final ProjectWriter writer;
    private final Clock clock;

    public ProjectRegistration(
            NamingLock namingLock,
            Catalogue catalogue,
            ExchangeRate.Repository rates,
            Investor.Repository investors,
            ProjectAccess reach,
            ProjectWriter writer,
            Clock clock) {
        this.namingLock = namingLock;
        this.catalogue = catalogue;
        this.rates = rates;
        this.investors = investors;
        this.reach = reach;
        this.writer = writer;
        this.clock = clock;
    }

    /** A resolver for one request of the current user. */
    public DraftResolver resolver() {
        return resolver(investors::add);
    }

    /** The same, with another way to register investors. */
    public DraftResolver resolver(Function<String, Long> newInvestors) {
        return new DraftResolver(catalogue, rates, investors, reach::seesInvestor, newInvestors);
    }

    /**
     * Registers drafts, all or none.
     *
     * @param place the prefix of violations for a draft by its index; empty for a single draft
     */
    public List<ProjectWithTimeline> register(List<ProjectDraft> drafts, Function<Integer, String> place) {
        namingLock.acquire();
        var resolver = resolver();
        var today = LocalDate.now(clock);
        resolver.prepare(drafts.stream()
                .map(ProjectDraft::investor)
                .filter(Objects::nonNull)
                .map(ProjectDraft.InvestorDraft::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var found = new ArrayList<Violation>();
        @Nullable ProblemType type = null;
        var fresh = new ArrayList<NewProject>();
        for (var i = 0; i < drafts.size(); i++) {
            try {
                fresh.add(read(drafts.get(i), new DraftReader(resolver, today)));
            } catch (Problem refused) {
                var prefix = place.apply(i);
                type = type == null || type == refused.type() ? refused.type() : ProblemType.REFUSED;
                refused.asViolations()
                        .forEach(violation -> found.add(prefix.isEmpty() ? violation : violation.within(prefix)));
            }
        }
        if (type != null) {
            throw Problem.of(type, found);
        }
        return writer.write(fresh, List.of()).stream()
                .map(each -> new ProjectWithTimeline(each.project(), each.life()))
                .toList();
    }

    private NewProject read(ProjectDraft draft, DraftReader reader) {
        var code = Text.strip(Objects.requireNonNullElse(draft.code(), ""));
        return writer.prepare(code, Text.strip(draft.name()), draft.description(), reader.read(draft));
    }
}
