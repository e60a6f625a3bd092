package org.investmentpipeline.figures.columns.scan;

/** A condition on rows. */
@FunctionalInterface
public interface RowTest {
    /** Clears the flags of those of the first rows that do not meet it. */
    void test(int[] rows, int count, boolean[] passed);
}
