package org.investmentpipeline.project.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.catalogue.CodeSet;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.RecordedPosition;
import org.investmentpipeline.project.timeline.Investment;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.security.audit.AuditActor;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Projects, positions and changes as they are shown. */
@Mapper
public interface ProjectMapper {

    @Mapping(target = "id", expression = "java(project.id())")
    @Mapping(target = "name", source = "project.name")
    @Mapping(target = "nameEn", expression = "java(project.description().nameEn())")
    @Mapping(target = "summary", expression = "java(project.description().summary())")
    @Mapping(target = "version", expression = "java(project.version())")
    @Mapping(target = "stageSince", source = "standing.since")
    @Mapping(target = "statusReason", source = "standing.reason")
    @Mapping(target = "investor", source = "investor")
    @Mapping(target = "lists", expression = "java(codes(standing.lists()))")
    @Mapping(target = "missing", expression = "java(standing.missing())")
    ProjectView toView(
            Project project,
            ProjectState standing,
            ProjectView.@Nullable InvestorView investor,
            @Nullable String size,
            Map<Stage, LocalDate> stages,
            @Nullable List<ProjectView.Move> moves);

    ProjectView.InvestmentView toView(Investment investment);

    @Mapping(target = ".", source = "position.standing")
    @Mapping(target = "from", source = "position.from")
    @Mapping(target = "to", expression = "java(end(position))")
    @Mapping(target = "ordinal", source = "position.ordinal")
    @Mapping(target = "entry", expression = "java(position.entry() != null)")
    @Mapping(target = "precision", source = "position.entry")
    @Mapping(target = "statusReason", source = "position.standing.reason")
    @Mapping(target = "investor", source = "investor")
    @Mapping(target = "lists", expression = "java(codes(position.standing().lists()))")
    @Mapping(target = "recordedAt", expression = "java(row.recordedAt())")
    @Mapping(target = "supersededAt", expression = "java(row.supersededAt())")
    ProjectView.PositionView toView(
            RecordedPosition row, Position position, ProjectView.@Nullable InvestorView investor);

    @Mapping(target = "id", source = "change.id")
    @Mapping(target = "by", source = "by")
    ProjectView.ChangeView toView(ProjectChange change, @Nullable AuditActor by);

    /** The codes of a set; empty for an absent one. */
    default List<String> codes(@Nullable CodeSet set) {
        return set == null ? List.of() : set.codes();
    }

    default @Nullable LocalDate end(Position position) {
        return position.to().equals(Position.OPEN) ? null : position.to();
    }
}
