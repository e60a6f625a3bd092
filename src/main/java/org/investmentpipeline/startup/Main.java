package org.investmentpipeline.startup;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.investmentpipeline.problem.LocalizedText;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The entry point. A start that fails for a known reason ends with one sentence in English and Chinese and exit code 1; any other
 * failure is logged with its trace.
 */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Quarkus.run(null, Main::exit, arguments);
    }

    private static void exit(int code, @Nullable Throwable failure) {
        if (failure != null) {
            StartupFailure.sentence(failure)
                    .ifPresentOrElse(
                            Main::print,
                            () -> Logger.getLogger(Main.class).error("The service could not be started", failure));
        }
        System.exit(code);
    }

    /** Prints directly: a failure before the log is configured, such as an invalid setting, would not be logged. */
    private static void print(LocalizedText sentence) {
        var line = sentence.en() + " " + sentence.zh();
        if (InitialConfigurator.DELAYED_HANDLER.isActivated()) {
            Logger.getLogger(Main.class).error(line);
        } else {
            System.err.println(line);
        }
    }
}
