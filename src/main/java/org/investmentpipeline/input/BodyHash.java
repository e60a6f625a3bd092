package org.investmentpipeline.input;

import jakarta.enterprise.context.RequestScoped;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The hash of the body of the running request: of its bytes, or of the names and contents of its parts. */
@RequestScoped
public class BodyHash {
    private String hash = "";

    /** Notes a body that was read. */
    public void note(byte[] body) {
        hash = Hash.hex(Hash.digest().digest(body));
    }

    /** Notes a body that was put into a file. */
    public void note(File body) throws IOException {
        var digest = Hash.digest();
        Files.copy(body.toPath(), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        hash = Hash.hex(digest.digest());
    }

    /** Notes a form; its boundary differs each time that it is sent, so it does not count. */
    public void note(MultipartFormDataInput form) throws IOException {
        var digest = Hash.digest();
        for (var part : new TreeMap<>(form.getValues()).entrySet()) {
            for (var value : part.getValue()) {
                digest.update((part.getKey() + "\0").getBytes(StandardCharsets.UTF_8));
                var file = value.isFileItem() ? value.getFileItem().getFile() : null;
                if (file == null) {
                    digest.update(value.getValue().getBytes(StandardCharsets.UTF_8));
                } else {
                    Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                }
                digest.update((byte) 0);
            }
        }
        hash = Hash.hex(digest.digest());
    }

    public String hash() {
        return hash;
    }
}
