package org.investmentpipeline.spreadsheet.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.sheet.UnreadableFile;
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

    private static final XMLInputFactory FACTORY = factory();

    private final ZipFile zip;
    /** By name in small letters, with forward slashes whatever the writer used. */
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private WorkbookArchive(ZipFile zip) {
        this.zip = zip;
        Collections.list(zip.entries())
                .forEach(entry ->
                        entries.putIfAbsent(entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT), entry));
    }

    /** @throws UnreadableFile when it is no archive, or unpacks to more than the largest sheet */
    static WorkbookArchive open(Path file) {
        try {
            var archive = new WorkbookArchive(bounded(new ZipFile(file.toFile())));
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

    private static ZipFile bounded(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            zip.close();
            throw tooLarge();
        }
        return zip;
    }

    static UnreadableFile corrupt(Throwable cause) {
        return new UnreadableFile(LocalizedText.of("The workbook is damaged.", "工作簿已损坏。"), cause);
    }

    static UnreadableFile tooLarge() {
        return new UnreadableFile(LocalizedText.of("The workbook is too large when unpacked.", "工作簿解压后的内容远超一份台账的规模。"));
    }

    /** The XML of a part, which must be there. */
    Part xml(String name) throws IOException, XMLStreamException {
        var part = optional(name);
        if (part == null) {
            throw corrupt(new IOException(name + " is missing"));
        }
        return part;
    }

    /** The XML of a part by its name; null when the archive has no such part. */
    @Nullable
    Part optional(String name) throws IOException, XMLStreamException {
        var entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            return null;
        }
        if (!isMarkup(entry)) {
            throw corrupt(new IOException(name + " is not named as XML"));
        }
        var in = zip.getInputStream(entry);
        return new Part(in, FACTORY.createXMLStreamReader(in));
    }

    /** A part that is being read. */
    record Part(InputStream in, XMLStreamReader reader) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static XMLInputFactory factory() {
        // Named, because the JDK's own prints to the console.
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void measure() throws IOException {
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

    /** All but pictures and objects, because relationships can give a part of XML any name. */
    private static boolean isMarkup(ZipEntry entry) {
        return !entry.getName()
                .toLowerCase(Locale.ROOT)
                .matches(".*\\.(bin|png|jpe?g|gif|bmp|ico|tiff?|wmf|emf|wdp|ttf|odttf)");
    }

    /** @throws UnreadableFile when the texts of a workbook have more characters than those of the largest sheet */
    static void refuseTexts(long characters) {
        if (characters > LARGEST_TEXTS) {
            throw tooLarge();
        }
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
