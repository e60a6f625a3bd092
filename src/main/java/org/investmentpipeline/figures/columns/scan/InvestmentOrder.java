package org.investmentpipeline.figures.columns.scan;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.table.Measure;

/** Keeps the first rows by investment and then by project, in one direction, behind a place. */
public final class InvestmentOrder {
    private final long[] investment;
    private final int[] project;
    private final long[] ids;
    private final int sign;
    private final int most;
    /** The last of the first rows is at its head. */
    private final PriorityQueue<Place> first;

    private Place after = new Place(Long.MIN_VALUE, Long.MIN_VALUE);

    /** Negated in a falling order, so that the first is the least. */
    private record Place(long investment, long project) implements Comparable<Place> {
        boolean isBefore(long otherInvestment, long otherProject) {
            return investment < otherInvestment || investment == otherInvestment && project < otherProject;
        }

        @Override
        public int compareTo(Place other) {
            var byInvestment = Long.compare(investment, other.investment);
            return byInvestment == 0 ? Long.compare(project, other.project) : byInvestment;
        }
    }

    /** @param most the number of rows that are kept, one at least */
    public InvestmentOrder(PositionColumns columns, boolean isDescending, int most) {
        this.investment = columns.measure(Measure.INVESTMENT).values();
        this.project = columns.project.values();
        this.ids = columns.idOfProject.values();
        this.sign = isDescending ? -1 : 1;
        this.most = most;
        this.first = new PriorityQueue<>(Comparator.reverseOrder());
    }

    /** Leaves out rows up to a place, which is given in fen. */
    public void after(long investment, long project) {
        after = new Place(sign * investment, sign * project);
    }

    public void take(int[] rows, int count) {
        for (var i = 0; i < count; i++) {
            var value = sign * investment[rows[i]];
            var id = sign * ids[project[rows[i]]];
            var last = first.peek();
            if (after.isBefore(value, id) && (last == null || first.size() < most || !last.isBefore(value, id))) {
                first.add(new Place(value, id));
                if (first.size() > most) {
                    first.poll();
                }
            }
        }
    }

    /** The ids of the projects of the rows, in no order. */
    public List<Long> projects() {
        return first.stream().map(place -> sign * place.project).toList();
    }
}
