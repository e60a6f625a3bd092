package org.investmentpipeline.api.upload;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Reads a body into a file of the upload directory and removes it when the request ends. The reader of the framework puts it into
 * the directory of the system for temporary files and leaves it there.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class UploadReader implements MessageBodyReader<File> {
    private static final Logger LOG = Logger.getLogger(UploadReader.class);

    private final UploadDirectory directory;
    private final CurrentVertxRequest current;

    public UploadReader(UploadDirectory directory, CurrentVertxRequest current) {
        this.directory = directory;
        this.current = current;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return File.class.equals(type);
    }

    @Override
    public File readFrom(
            Class<File> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var file = directory.newFile();
        current.getCurrent().addEndHandler(ended -> remove(file));
        try (var out = Files.newOutputStream(file)) {
            body.transferTo(out);
        }
        return file.toFile();
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warnf("The upload %s cannot be removed: %s", file, stays);
        }
    }
}
