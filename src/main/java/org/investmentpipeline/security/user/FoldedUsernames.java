package org.investmentpipeline.security.user;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.investmentpipeline.outage.BackgroundJob;
import org.jboss.logging.Logger;

/**
 * Finds and prevents user names that look alike. Users of earlier releases get their folded names at the start; where two look alike, the
 * first gets it, and the other has none.
 */
@ApplicationScoped
public class FoldedUsernames {
    private static final Logger LOG = Logger.getLogger(FoldedUsernames.class);

    private final User.Repository users;

    FoldedUsernames(User.Repository users) {
        this.users = users;
    }

    /** The user whose name is or looks like this one. */
    public Optional<User> lookingLike(String username) {
        return users.find("usernameFolded", UsernameFolding.fold(username)).firstResultOptional();
    }

    public boolean isTaken(String foldedName) {
        return users.count("usernameFolded", foldedName) > 0;
    }

    void start(@Observes StartupEvent started) {
        fold();
    }

    /** Never fails the start: the database may be read-only. Runs again later, for users added by an older instance meanwhile. */
    @BackgroundJob
    @Scheduled(
            identity = "fold-usernames",
            every = "1h",
            delayed = "1h",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fold() {
        for (var username : unfolded()) {
            try {
                QuarkusTransaction.requiringNew().run(() -> fold(username));
            } catch (RuntimeException failed) {
                LOG.warnf("The name of user %s was not folded: %s", username, failed.getMessage());
            }
        }
    }

    private List<String> unfolded() {
        return QuarkusTransaction.requiringNew()
                .call(() -> users.find("usernameFolded is null order by id").stream()
                        .map(user -> user.username)
                        .toList());
    }

    private void fold(String username) {
        var alike = lookingLike(username);
        if (alike.isPresent()) {
            LOG.warnf(
                    "The user names %s and %s look alike; suspend the one that is not needed",
                    alike.get().username, username);
            return;
        }
        // Not through the entity, because its version would change.
        users.update(
                "usernameFolded = ?1 where username = ?2 and usernameFolded is null",
                UsernameFolding.fold(username),
                username);
    }
}
