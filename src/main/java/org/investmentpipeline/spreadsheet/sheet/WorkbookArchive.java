package org.investmentpipeline.spreadsheet.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The zip archive of a workbook. Unpacked bytes are counted, because the sizes an archive
 * states can be wrong.
 */
final class WorkbookArchive implements AutoCloseable {

    private static final long LARGEST_TOTAL = 1L << 30;
    private static final long LARGEST_TEXTS = 128L << 20;
    private static final long UNSUSPICIOUS = 1L << 20;
    private static final int HIGHEST_RATIO = 200;
    private static final int MOST_ENTRIES = 10_000;

    private final ZipFile zip;

    private WorkbookArchive(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws UnreadableFile when it is no archive, or unpacks to more than the largest sheet */
    static WorkbookArchive open(Path file) {
        try {
            var archive = new WorkbookArchive(new ZipFile(file.toFile()));
            try {
                archive.measure();
                return archive;
            } catch (IOException | RuntimeException e) {
                archive.close();
                throw e;
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Damaged directories cause either exception.
            throw corrupt(e);
        }
    }

    static UnreadableFile corrupt(Throwable cause) {
        return new UnreadableFile(LocalizedText.of("The workbook is damaged.", "工作簿已损坏。"), cause);
    }

    static UnreadableFile tooLarge() {
        return new UnreadableFile(LocalizedText.of("The workbook is too large when unpacked.", "工作簿解压后的内容远超一份台账的规模。"));
    }

    /** The XML of a sheet by its relationship in the workbook, or null when the archive has no such part. */
    @Nullable
    XMLStreamReader sheet(String relationship) throws IOException, XMLStreamException {
        for (var entry : Collections.list(zip.entries())) {
            if (entry.getName().toLowerCase(Locale.ROOT).matches("(.*/)?_rels/workbook[^/]*\\.rels")) {
                var part = part(entry, relationship);
                return part == null ? null : xml(zip.getInputStream(part));
            }
        }
        return null;
    }

    private @Nullable ZipEntry part(ZipEntry relations, String relationship) throws IOException, XMLStreamException {
        var xml = xml(zip.getInputStream(relations));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && relationship.equals(xml.getAttributeValue(null, "Id"))) {
                String target = xml.getAttributeValue(null, "Target");
                String folder = relations.getName().replaceFirst("_rels/[^/]*$", "");
                return target == null
                        ? null
                        : zip.getEntry(target.startsWith("/") ? target.substring(1) : folder + target);
            }
        }
        return null;
    }

    private static XMLStreamReader xml(InputStream in) throws XMLStreamException {
        // The provider on the class path is the one that reads the rows; the JDK's own prints to the console.
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    private void measure() throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw tooLarge();
        }
        var buffer = new byte[1 << 16];
        long total = 0;
        for (var entry : Collections.list(zip.entries())) {
            long size = 0;
            var markup = isMarkup(entry) ? new Markup() : null;
            try (var in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    total += read;
                    refuseBomb(entry, size, total);
                    if (markup != null) {
                        markup.read(buffer, read);
                    }
                }
            }
        }
    }

    private static boolean isMarkup(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(xml|rels)");
    }

    private static void refuseBomb(ZipEntry entry, long size, long total) {
        long packed = Math.max(1, entry.getCompressedSize());
        boolean texts = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
        if (total > LARGEST_TOTAL
                || (texts && size > LARGEST_TEXTS)
                || (size > UNSUSPICIOUS && size / packed > HIGHEST_RATIO)) {
            throw tooLarge();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
