package org.investmentpipeline.http;

/** The path of an operation whose body may be of any size; a bean of the feature that has the operation. */
public interface LargeBodyPath {
    String path();
}
