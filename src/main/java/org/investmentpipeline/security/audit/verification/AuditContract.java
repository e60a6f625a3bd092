package org.investmentpipeline.security.audit.verification;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.investmentpipeline.security.audit.AuditEntry;
import org.investmentpipeline.security.audit.AuditTargetKind;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/** Documents the kinds of audit targets: the constants by which the features declare them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AuditContract implements OASFilter {
    private static final DotName KIND = DotName.createSimple(AuditTargetKind.class);

    private final List<Object> kinds;

    /** The index has the classes of the whole service, some of them twice. */
    public AuditContract(IndexView index) {
        this.kinds = index.getAnnotations(Produces.class).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.FIELD)
                .map(AnnotationTarget::asField)
                .filter(field -> field.type().name().equals(KIND))
                .map(FieldInfo::name)
                .distinct()
                .sorted()
                .<Object>map(name -> name)
                .toList();
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents()
                .addSchema(
                        AuditEntry.KIND,
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.STRING))
                                .enumeration(kinds));
    }
}
