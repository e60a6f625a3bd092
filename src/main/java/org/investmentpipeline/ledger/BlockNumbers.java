package org.investmentpipeline.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.annotations.IdGeneratorType;

/**
 * The id of an entity comes from a sequence, in blocks of {@link BlockNumberGenerator#BLOCK}. An entity that has its id already keeps it,
 * see {@link BulkInsert}.
 */
@IdGeneratorType(BlockNumberGenerator.class)
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface BlockNumbers {
    /** The name of the sequence. */
    String value();
}
