package org.investmentpipeline.security.sso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.investmentpipeline.startup.StartupRefusal;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The location of the issuer's keys: an address, or a file that is kept up to date. */
@FunctionalInterface
interface KeyLocation {
    /** Fetches the current keys. */
    List<JsonWebKey> read() throws IOException, JoseException;

    /**
     * A configured location. Refused are missing files, and addresses without TLS, for which an attacker could answer in the
     * place of the issuer.
     */
    static KeyLocation of(String configured) {
        if (configured.matches("https://.+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])[:/].*")) {
            var get = new Get();
            get.setConnectTimeout(2_000);
            get.setReadTimeout(3_000);
            get.setRetries(0);
            return () -> new JsonWebKeySet(get.get(configured).getBody()).getJsonWebKeys();
        }
        var file = file(configured);
        return () -> new JsonWebKeySet(Files.readString(file)).getJsonWebKeys();
    }

    private static Path file(String configured) {
        try {
            var file = Path.of(configured);
            if (Files.isReadable(file)) {
                return file;
            }
        } catch (InvalidPathException noPath) {
            throw nowhere(configured);
        }
        throw nowhere(configured);
    }

    private static StartupRefusal nowhere(String configured) {
        return StartupRefusal.of(
                "pipeline.sign-on.keys is '%s'; expected an https address, an http address of this machine, or a file that"
                        + " can be read",
                "pipeline.sign-on.keys 为“%s”；应为 https 地址、本机的 http 地址，或可读取的文件", configured);
    }
}
