package org.investmentpipeline.startup;

import org.investmentpipeline.api.Message;
import org.jspecify.annotations.Nullable;

/**
 * A reason why the service does not start, as one sentence for its operator. Waiting would not remove it, and a trace would
 * not explain it.
 */
@SuppressWarnings("serial") // never serialised by Java; only its sentence leaves the process
public class StartupRefusal extends IllegalStateException {
    private final Message sentence;

    public StartupRefusal(Message sentence) {
        super(sentence.en());
        this.sentence = sentence;
    }

    public static StartupRefusal of(String en, String zh, @Nullable Object... arguments) {
        return new StartupRefusal(Message.of(en, zh, arguments));
    }

    Message sentence() {
        return sentence;
    }
}
