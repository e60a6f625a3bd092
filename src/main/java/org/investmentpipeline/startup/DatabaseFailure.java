package org.investmentpipeline.startup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.investmentpipeline.outage.DatabaseUnavailable;
import org.investmentpipeline.problem.LocalizedText;

/** Translates the refusal of a connection to the database, or of its first statements, into one sentence by its SQL state. */
final class DatabaseFailure {
    private static final Set<String> REFUSALS = Set.of("28P01", "28000", "3D000", "42501", "90048");

    private DatabaseFailure() {}

    /** Whether an operator can fix the failure; others are faults of a statement. */
    static boolean isOne(SQLException failed) {
        return DatabaseUnavailable.isIn(failed)
                || REFUSALS.contains(Objects.requireNonNullElse(failed.getSQLState(), ""));
    }

    /**
     * The sentence for a failure.
     *
     * @param database the address of the database, without a password; empty when not known
     */
    static LocalizedText sentence(SQLException failed, String database) {
        var state = Objects.requireNonNullElse(failed.getSQLState(), "");
        return switch (state) {
            case "90020" ->
                LocalizedText.of(
                        "The database %s is in use by another process: stop the other instance, or give each its own"
                                + " pipeline.data-dir.",
                        "数据库 %s 正被其他进程使用：请停止另一实例，或为各实例设置不同的 pipeline.data-dir。", database);
            case "90030" ->
                LocalizedText.of(
                        "The file of the database %s is damaged (%s): replace it by a backup.",
                        "数据库文件 %s 已损坏（%s）：请用备份替换。", database, reason(failed));
            case "90048" ->
                LocalizedText.of(
                        "The file of the database %s was written by another version of H2 (%s): use the release that wrote"
                                + " it.",
                        "数据库文件 %s 由其他版本的 H2 写入（%s）：请使用写入它的版本。", database, reason(failed));
            case "28P01", "28000" ->
                LocalizedText.of(
                        "The database %s refuses the user: %s; see quarkus.datasource.username and"
                                + " quarkus.datasource.password.",
                        "数据库 %s 拒绝该用户：%s；请检查 quarkus.datasource.username 与 quarkus.datasource.password。",
                        database,
                        reason(failed));
            case "3D000" ->
                LocalizedText.of(
                        "The database %s does not exist: %s; create it, or see quarkus.datasource.jdbc.url.",
                        "数据库 %s 不存在：%s；请先创建，或检查 quarkus.datasource.jdbc.url。", database, reason(failed));
            default ->
                LocalizedText.of(
                        "The database %s cannot be used: %s (SQL state %s).",
                        "数据库 %s 无法使用：%s（SQL 状态 %s）。", database, reason(failed), state);
        };
    }

    /** The message of the database in one line, with that of the operating system if any, such as that the disk is full. */
    static String reason(Throwable failed) {
        var root = Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .limit(50)
                .filter(IOException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .orElse(null);
        var first = StartupFailure.line(failed);
        return root == null ? first : first + ": " + StartupFailure.line(root);
    }
}
