package org.investmentpipeline.project.timeline;

import java.time.LocalDate;
import java.util.List;
import org.investmentpipeline.period.Precision;
import org.jspecify.annotations.Nullable;

/** Something that happened to stage or status; several may happen on one day, in order. */
public sealed interface Event {
    LocalDate on();

    /**
     * The project came into a stage.
     *
     * @param stated how exactly the day was stated; null when the stage was taken over without a stated day
     */
    record Entered(LocalDate on, Stage stage, @Nullable Precision stated) implements Event {

        /** Its place among other events: after all of its day but later stages; the first stage opens the life. */
        int placeAmong(List<Event> others) {
            var place = 0;
            var opens = true;
            for (var i = 0; i < others.size() && !others.get(i).on().isAfter(on); i++) {
                if (others.get(i) instanceof Entered other) {
                    if (stage.isBefore(other.stage)) {
                        break;
                    }
                    opens = false;
                }
                place = i + 1;
            }
            return opens ? 0 : place;
        }
    }

    /** The project's status turned. */
    record Turned(LocalDate on, Status status, @Nullable String reason) implements Event {}
}
