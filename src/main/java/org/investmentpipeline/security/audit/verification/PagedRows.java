package org.investmentpipeline.security.audit.verification;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Rows in the order of a key, fetched page by page: the memory in use is that of one page, whatever the number of rows. */
final class PagedRows<R> implements Iterator<R> {
    private final Pages<R> pages;
    private final Queue<R> page = new ArrayDeque<>();
    private @Nullable R last;
    private boolean finished;

    /** Fetches one page. */
    @FunctionalInterface
    interface Pages<R> {
        /** The rows that follow a row, or the first rows without one; an empty list ends the iteration. */
        List<R> after(@Nullable R last);
    }

    PagedRows(Pages<R> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        return peek() != null;
    }

    /** The next row without consuming it; null at the end. */
    @Nullable
    R peek() {
        if (page.isEmpty() && !finished) {
            page.addAll(pages.after(last));
            finished = page.isEmpty();
        }
        return page.peek();
    }

    @Override
    public R next() {
        var row = peek();
        if (row == null) {
            throw new NoSuchElementException();
        }
        page.remove();
        last = row;
        return row;
    }
}
