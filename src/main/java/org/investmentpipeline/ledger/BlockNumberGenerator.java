package org.investmentpipeline.ledger;

import java.util.Properties;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.EventType;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.StandardOptimizerDescriptor;
import org.jspecify.annotations.Nullable;

/** The generator of {@link BlockNumbers}. */
public final class BlockNumberGenerator extends SequenceStyleGenerator {
    /**
     * The increment of the sequences, which give the first number of a block, as Quarkus has it by default. All instances on one database
     * share both, whatever their release.
     */
    static final int BLOCK = 50;

    private final String sequence;

    public BlockNumberGenerator(BlockNumbers numbers) {
        this.sequence = numbers.value();
    }

    @Override
    public void configure(GeneratorCreationContext context, Properties parameters) {
        parameters.setProperty(SEQUENCE_PARAM, sequence);
        parameters.setProperty(INCREMENT_PARAM, Integer.toString(BLOCK));
        parameters.setProperty(OPT_PARAM, StandardOptimizerDescriptor.POOLED_LO.getExternalName());
        super.configure(context, parameters);
    }

    @Override
    public Object generate(
            SharedSessionContractImplementor session, Object owner, @Nullable Object assigned, EventType event) {
        return assigned == null ? generate(session, owner) : assigned;
    }

    @Override
    public boolean allowAssignedIdentifiers() {
        return true;
    }
}
