package org.investmentpipeline.spreadsheet.exporting;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.investmentpipeline.rest.ConditionalResponse;
import org.investmentpipeline.spreadsheet.writing.SheetWriter;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer of an export: written while it is read, with the first bytes before the first row. */
public final class ExportStream {
    private static final Logger LOG = Logger.getLogger(ExportStream.class);

    private ExportStream() {}

    /** Writes the sheets of a file. */
    @FunctionalInterface
    public interface Sheets {
        void write(SheetWriter file) throws IOException;
    }

    /**
     * The answer with a file; 304 when the client has it already.
     *
     * @param determinants everything that decides on the content
     * @param request its connection is cut on a fault, because an end of the answer would make an incomplete file look complete
     */
    public static RestResponse<StreamingOutput> of(
            ExportFormat format,
            FileName name,
            Locale language,
            List<?> determinants,
            Sheets sheets,
            HttpHeaders headers,
            HttpServerRequest request) {
        StreamingOutput content = out -> {
            try {
                var file = format.writer(out);
                sheets.write(file);
                file.end();
            } catch (IOException | RuntimeException fault) {
                LOG.warn("An export was broken off.", fault);
                request.connection().close();
                throw fault;
            }
        };
        var tagged = ConditionalResponse.decidedBy(determinants, () -> content).to(headers);
        if (tagged.getStatus() != RestResponse.StatusCode.OK) {
            return tagged;
        }
        return RestResponse.ResponseBuilder.ok(content, format.mediaType())
                .tag(tagged.getEntityTag())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.disposition(language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .build();
    }
}
