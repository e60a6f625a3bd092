package org.investmentpipeline.support;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Requests byte by byte, as no client library would send them. */
public final class Wire {
    private static final int PATIENCE = 60_000;
    private static final Pattern STATUS = Pattern.compile("[A-Z]+/\\S+ (\\d{3})");

    private Wire() {}

    /** What came back before the connection was closed; status 0 when nothing did. */
    public record Reply(int status, String head, String body) {
        /** Whether the head has a header with a text in it. */
        public boolean has(String header, String value) {
            return head.lines()
                    .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(header.toLowerCase(Locale.ROOT) + ":")
                            && line.contains(value));
        }

        @Override
        public String toString() {
            return head + "\n\n" + body.substring(0, Math.min(3_000, body.length()));
        }
    }

    /** The answer to a request after which nothing more is sent. */
    public static Reply send(byte[] request) {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE);
            exchange(socket, request, answer);
        } catch (IOException failed) {
            throw new AssertionError("no answer, and still open", failed);
        }
        return reply(answer.toString(StandardCharsets.UTF_8));
    }

    /** A server that refuses a long request resets the connection before all of it is sent. */
    private static void exchange(Socket socket, byte[] request, ByteArrayOutputStream answer) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            answer.write(new byte[0]);
        }
    }

    private static Reply reply(String text) {
        var end = text.indexOf("\r\n\r\n");
        var head = end < 0 ? text : text.substring(0, end);
        var status = STATUS.matcher(head);
        return new Reply(
                status.lookingAt() ? Integer.parseInt(status.group(1)) : 0,
                head,
                end < 0 ? "" : text.substring(end + 4));
    }

    /** The bytes of a text in UTF-8, but each of {@code \u0080} to {@code \u00ff} as the one byte that it numbers. */
    public static byte[] bytes(String text) {
        var bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            if (c >= 0x80 && c <= 0xFF) {
                bytes.write(c);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    /** A request of the first user: its line, further headers each with its end, and its body. */
    public static byte[] request(String line, String headers, byte[] body) {
        return plain(line, "Host: x\r\nAuthorization: " + SignedIn.bearer() + "\r\n" + headers, body);
    }

    private static String withToken(String headers) {
        if (!headers.contains("{token}") && !headers.contains("{TOKEN}")) {
            return headers;
        }
        var token = SignedIn.bearer().substring("Bearer ".length());
        return headers.replace("{token}", token).replace("{TOKEN}", token.toUpperCase(Locale.ROOT));
    }

    /** A request with no header that is not given, but that the connection be closed; {@code {token}} is the first user's. */
    public static byte[] plain(String line, String headers, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(bytes(line + "\r\nConnection: close\r\n" + withToken(headers) + "\r\n"));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
