package org.investmentpipeline.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook in which single cells are replaced, as by a person who repairs it. */
public final class EditedWorkbook {
    /** A character beyond ASCII. */
    private static final Pattern ENTITY = Pattern.compile("&#x([0-9a-fA-F]{3,6});");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public EditedWorkbook(byte[] bytes) {
        try {
            // The sizes of entries are behind them, so that a stream of the file cannot be read.
            var file = Files.write(Files.createTempFile("edited", ".xlsx"), bytes);
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : zip.stream().toList()) {
                    parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of a part, with Chinese characters as such. */
    public String part(String name) {
        var content = new String(Objects.requireNonNull(parts.get(name), name), StandardCharsets.UTF_8);
        return ENTITY.matcher(content)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    /** Whether there is a sheet with a number from 1. */
    public boolean hasSheet(int number) {
        return parts.containsKey(path(number));
    }

    /** The element of a cell such as {@code C2}; empty when there is none. */
    public String cell(int sheet, String reference) {
        var cell = cell(reference).matcher(part(path(sheet)));
        return cell.find() ? cell.group() : "";
    }

    /** Types a text into a cell, in the place of what it has. */
    public EditedWorkbook type(int sheet, String reference, String text) {
        var written = "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, text);
        var before = part(path(sheet));
        var cell = cell(reference).matcher(before);
        if (!cell.find()) {
            throw new IllegalArgumentException(reference + " is not in " + before);
        }
        parts.put(
                path(sheet),
                cell.replaceFirst(Matcher.quoteReplacement(written)).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String path(int sheet) {
        return "xl/worksheets/sheet%d.xml".formatted(sheet);
    }

    private static Pattern cell(String reference) {
        return Pattern.compile("<c r=\"" + reference + "\"(?:[^>]*/>|.*?</c>)", Pattern.DOTALL);
    }
}
