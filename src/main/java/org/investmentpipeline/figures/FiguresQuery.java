package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.Criteria;
import org.investmentpipeline.project.Dimension;

/** Counts and sums positions in the database, straight into records; it only reads. */
@ApplicationScoped
class FiguresQuery {
    private final EntityManager entities;

    FiguresQuery(EntityManager entities) {
        this.entities = entities;
    }

    /** One cell for each combination of values that occurs. */
    List<Cell> cells(Criteria criteria, Breakdown breakdown) {
        var terms = breakdown.dimensions().stream()
                .map(dimension -> term(dimension, criteria.tiers()))
                .toList();
        var groups = String.join(", ", terms);
        var hql = "select %s count(*), sum(p.cny) from RecordedPosition p where %s %s"
                .formatted(
                        groups.isEmpty() ? "" : groups + ",",
                        criteria.where(),
                        groups.isEmpty() ? "" : "group by " + groups);
        var query = entities.unwrap(Session.class).createSelectionQuery(hql, Object[].class);
        return criteria.applyTo(query).getResultList().stream()
                .map(row -> cell(row, breakdown, criteria.tiers()))
                .toList();
    }

    /** Sizes are told apart by number, so that nothing but numbers enters the text of the query. */
    private static String term(Dimension dimension, SizeTiers tiers) {
        if (dimension != Dimension.SIZE) {
            return dimension.path();
        }
        var term = new StringBuilder("case when p.amount is null then -1");
        for (var i = 0; i < tiers.tiers().size() - 1; i++) {
            var upper = tiers.tiers().get(i + 1).lower().toPlainString();
            term.append(" when p.cny < ").append(upper).append(" then ").append(i);
        }
        return term.append(" else ")
                .append(tiers.tiers().size() - 1)
                .append(" end")
                .toString();
    }

    private static Cell cell(Object[] row, Breakdown breakdown, SizeTiers tiers) {
        var values = new ArrayList<String>();
        for (var i = 0; i < breakdown.dimensions().size(); i++) {
            values.add(text(breakdown.dimensions().get(i), row[i], tiers));
        }
        var sum = (BigDecimal) row[row.length - 1];
        return new Cell(values, (Long) row[row.length - 2], sum == null ? BigDecimal.ZERO : sum);
    }

    private static String text(Dimension dimension, Object value, SizeTiers tiers) {
        if (dimension == Dimension.SIZE) {
            var number = ((Number) value).intValue();
            return number < 0 ? Catalogue.UNKNOWN : tiers.tiers().get(number).code();
        }
        return value == null ? Catalogue.UNKNOWN : value.toString();
    }
}
