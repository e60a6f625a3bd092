package org.investmentpipeline.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a bean of parameters: in addition to its fields it reads one query parameter for each constant of an enum, and
 * each may be repeated.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ParameterFamily {
    /** The enum. */
    Class<? extends Named> value();

    /** A constant that knows the name of its parameter. */
    interface Named {
        /** The name in addresses and in JSON. */
        String json();
    }
}
