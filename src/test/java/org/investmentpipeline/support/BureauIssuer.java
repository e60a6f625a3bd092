package org.investmentpipeline.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.investmentpipeline.period.AdvancedClock;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A bureau's sign-on as the tests play it: it tells its keys at an address of this machine, and signs what it is asked to. */
public final class BureauIssuer implements AutoCloseable {
    public static final String NAME = "https://sign-on.bureau.example/realms/bureau";
    public static final String AUDIENCE = "investment-pipeline";

    private static final Queue<Map<String, Object>> GENERATED = generated();

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private volatile String told = "";

    /** At a port; 0 for any. */
    public BureauIssuer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange call) throws IOException {
        asked.incrementAndGet();
        var body = told.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, body.length);
        try (var out = call.getResponseBody()) {
            out.write(body);
        }
    }

    /** Tells these keys from now on. */
    public BureauIssuer tells(JsonWebKey... keys) {
        return tells(200, jwks(keys));
    }

    /** Answers like that from now on. */
    public BureauIssuer tells(int newStatus, String body) {
        told = body;
        status = newStatus;
        return this;
    }

    /** How often it was asked for its keys. */
    public int asked() {
        return asked.get();
    }

    /** Where it tells its keys. */
    public String keys() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The public halves of keys, as they are told. */
    public static String jwks(JsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Of 2,048 bits; the next one of those in a resource, as long as there are any: to generate one takes a second of CPU. */
    public static PublicJsonWebKey rsa(String id) {
        var next = GENERATED.poll();
        return made(
                id,
                () -> next == null ? RsaJwkGenerator.generateJwk(2_048) : PublicJsonWebKey.Factory.newPublicJwk(next));
    }

    public static PublicJsonWebKey ec(String id) {
        return made(id, () -> EcJwkGenerator.generateJwk(EllipticCurves.P256));
    }

    private static Queue<Map<String, Object>> generated() {
        try (var keys = BureauIssuer.class.getResourceAsStream("/rsa-keys.json")) {
            var all = new ConcurrentLinkedQueue<Map<String, Object>>();
            for (var key : Json.MAPPER.readTree(keys).at("/keys")) {
                all.add(Json.MAPPER.convertValue(key, new TypeReference<Map<String, Object>>() {}));
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @FunctionalInterface
    private interface Making {
        PublicJsonWebKey key() throws JoseException;
    }

    private static PublicJsonWebKey made(String id, Making making) {
        try {
            var key = making.key();
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The claims of a token that holds for five minutes, with others given as names and values in turn; null leaves one out. */
    public static Map<String, Object> claims(@Nullable Object... namesAndValues) {
        var now = AdvancedClock.now().getEpochSecond();
        var claims = new TreeMap<String, Object>(Map.of(
                "iss",
                NAME,
                "aud",
                AUDIENCE,
                "iat",
                now,
                "exp",
                now + 300,
                "sub",
                "f3b1",
                "sid",
                Fixtures.code("session")));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var name = String.valueOf(namesAndValues[i]);
            if (namesAndValues[i + 1] == null) {
                claims.remove(name);
            } else {
                claims.put(name, namesAndValues[i + 1]);
            }
        }
        return claims;
    }

    /** A claim as Keycloak nests the roles that a client gives. */
    public static Map<String, Object> roles(String... roles) {
        return Map.of("investment-pipeline", Map.of("roles", List.of(roles)));
    }

    /** A token of claims, signed with a key in its usual way. */
    public static String token(PublicJsonWebKey key, Map<String, Object> claims) {
        return token(key, key.getKeyType().equals("EC") ? "ES256" : "RS256", claims);
    }

    public static String token(PublicJsonWebKey key, String algorithm, Map<String, Object> claims) {
        return signed(claims, signature -> {
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setKey(key.getPrivateKey());
        });
    }

    /** A token of claims, signed in any way at all. */
    public static String signed(Map<String, Object> claims, Consumer<JsonWebSignature> how) {
        var content = new JwtClaims();
        claims.forEach(content::setClaim);
        var signature = new JsonWebSignature();
        signature.setPayload(content.toJson());
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        how.accept(signature);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
