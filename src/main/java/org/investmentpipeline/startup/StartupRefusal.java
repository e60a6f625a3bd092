package org.investmentpipeline.startup;

import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The reason of a refused start, as one sentence for the operator. Waiting would not remove it, and a stack trace would
 * not explain it.
 */
@SuppressWarnings("serial") // never serialised by Java; only its sentence leaves the process
public class StartupRefusal extends IllegalStateException {
    private final LocalizedText sentence;

    public StartupRefusal(LocalizedText sentence) {
        super(sentence.en());
        this.sentence = sentence;
    }

    public static StartupRefusal of(String en, String zh, @Nullable Object... arguments) {
        return new StartupRefusal(LocalizedText.of(en, zh, arguments));
    }

    LocalizedText sentence() {
        return sentence;
    }
}
