package org.investmentpipeline.http.body;

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
import org.investmentpipeline.file.UploadDirectory;
import org.jboss.logging.Logger;

/** Passes a body that is in a file already to operations that take a file, without a copy: a dump may be half as large as the disk. */
@Provider
@Consumes(MediaType.WILDCARD)
public class FileBodyReader implements MessageBodyReader<File> {
    private static final Logger LOG = Logger.getLogger(FileBodyReader.class);

    private final CurrentVertxRequest current;
    private final UploadDirectory directory;

    FileBodyReader(CurrentVertxRequest current, UploadDirectory directory) {
        this.current = current;
        this.directory = directory;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == File.class;
    }

    @Override
    public File readFrom(
            Class<File> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (body instanceof BodyStream inFile) {
            return inFile.file().toFile();
        }
        var small = directory.newFile();
        current.getCurrent().addEndHandler(ended -> remove(small));
        Files.write(small, body.readAllBytes());
        return small.toFile();
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warnf("The file of a request body, %s, cannot be removed: %s", file, stays);
        }
    }
}
