package org.investmentpipeline.input;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/** Checks that JSON bodies are valid UTF-8 (RFC 8259) and of bounded size. */
@Provider
public class StrictBody implements ReaderInterceptor {
    /** In bytes; a thousand full drafts fit several times. */
    public static final int LARGEST = 16 * 1024 * 1024;

    private final BodyHash hash;

    StrictBody(BodyHash hash) {
        this.hash = hash;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (isJson(context.getMediaType())) {
            var bytes = context.getInputStream().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Problem.of(ProblemType.TOO_LARGE, "A JSON body may have at most 16 MiB.", "JSON 请求内容至多 16 MiB。");
            }
            refuseUnlessUtf8(bytes);
            hash.note(bytes);
            context.setInputStream(new ByteArrayInputStream(bytes));
        }
        try {
            return context.proceed();
        } catch (NumberFormatException beyondAllBounds) {
            throw Problem.invalid("body", "has a number that is out of range", "含有超出一切范围的数");
        }
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    /** A NUL byte never occurs in JSON in UTF-8; it reveals UTF-16 and UTF-32, which the parser would accept. */
    private static void refuseUnlessUtf8(byte[] bytes) {
        for (var each : bytes) {
            if (each == 0) {
                throw Problem.invalid("body", "is not valid UTF-8", "不是合法的 UTF-8");
            }
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException broken) {
            throw Problem.invalid("body", "is not valid UTF-8", "不是合法的 UTF-8");
        }
    }
}
