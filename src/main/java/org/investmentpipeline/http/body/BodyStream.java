package org.investmentpipeline.http.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A complete body that is in a file, as a stream. Code that needs a file uses this file instead of a copy. */
final class BodyStream extends FilterInputStream {
    private final Path file;

    BodyStream(Path file) throws IOException {
        super(Files.newInputStream(file));
        this.file = file;
    }

    /** The file, which is deleted when the request ends. */
    Path file() {
        return file;
    }
}
