package org.investmentpipeline.startup;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.FlywayException;
import org.investmentpipeline.problem.LocalizedText;

/** Translates the failure of a start into one sentence, when an operator can remove its cause. */
final class StartupFailure {
    private static final Pattern SCHEDULE =
            Pattern.compile("Invalid (\\w+)\\(\\) expression on: .*\\b\\1=\"\\{([\\w.-]+)}\"");

    private StartupFailure() {}

    /** The sentence for a failure; empty for a fault of the service itself. */
    static Optional<LocalizedText> sentence(Throwable failure) {
        var causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(50)
                .toList();
        return first(causes, StartupRefusal.class)
                .map(StartupRefusal::sentence)
                .or(() -> first(causes, BindException.class).map(StartupFailure::listening))
                .or(() -> first(causes, UnknownHostException.class).map(StartupFailure::unknownHost))
                .or(() -> setting(causes))
                .or(() -> schedule(causes))
                .or(() -> database(causes));
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static LocalizedText listening(BindException refused) {
        return refused instanceof QuarkusBindException bound
                ? LocalizedText.of(
                        "The service cannot listen on %1$s, port %2$d (%3$s): is another process using the port, or is the"
                                + " address not one of this machine? See quarkus.http.host and quarkus.http.port.",
                        "无法在 %1$s 的端口 %2$d 上监听（%3$s）：端口是否已被其他进程占用，或该地址不属于本机？请检查 quarkus.http.host 与"
                                + " quarkus.http.port。",
                        bound.getHost(),
                        bound.getPort(),
                        reason(bound))
                : LocalizedText.of("The service cannot listen: %s.", "无法监听：%s。", line(refused));
    }

    private static String reason(QuarkusBindException bound) {
        return bound.getCause() == null ? line(bound) : line(bound.getCause());
    }

    private static LocalizedText unknownHost(UnknownHostException unknown) {
        return LocalizedText.of(
                "The name of the host %s cannot be resolved; see quarkus.http.host.",
                "无法解析主机名 %s；请检查 quarkus.http.host。", line(unknown));
    }

    /** A setting with an invalid value: the libraries name the setting in the message, with a code that begins with SRCFG. */
    private static Optional<LocalizedText> setting(List<Throwable> causes) {
        return causes.stream()
                .filter(cause -> cause instanceof ConfigValidationException
                        || cause instanceof ConfigurationException
                        || String.valueOf(cause.getMessage()).startsWith("SRCFG"))
                .reduce((outer, inner) -> inner)
                .map(cause -> LocalizedText.of("A setting is wrong: %s", "配置有误：%s", line(cause)));
    }

    /** The intervals of jobs are texts until the scheduler parses them; its message names the setting, and the cause the value. */
    private static Optional<LocalizedText> schedule(List<Throwable> causes) {
        for (var i = 0; i < causes.size(); i++) {
            var found = SCHEDULE.matcher(String.valueOf(causes.get(i).getMessage()));
            if (found.find()) {
                var value = causes.get(Math.min(i + 1, causes.size() - 1));
                return Optional.of(
                        LocalizedText.of("A setting is wrong: %s: %s", "配置有误：%s：%s", found.group(2), line(value)));
            }
        }
        return Optional.empty();
    }

    /** A failure of the migration: of the database, or an unsuitable release; any other failed statement is a fault of the service. */
    private static Optional<LocalizedText> database(List<Throwable> causes) {
        var thrown = first(causes, SQLException.class);
        return thrown.isPresent()
                ? thrown.filter(DatabaseFailure::isOne).map(each -> DatabaseFailure.sentence(each, address()))
                : first(causes, FlywayException.class).map(StartupFailure::schema);
    }

    private static String address() {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return url.replaceFirst("[?;].*", "");
    }

    private static LocalizedText schema(FlywayException failed) {
        return LocalizedText.of(
                "The schema of the database does not fit this release and cannot be brought up to date: %s",
                "数据库结构与本版本不符，且无法更新：%s", line(failed));
    }

    /** The message of a failure in one line. */
    static String line(Throwable failure) {
        var message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
