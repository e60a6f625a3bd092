package org.investmentpipeline.spreadsheet.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook by their relationships, in the transitional and the strict form of the format alike: namespaces are not compared, only local names.
 *
 * @param sheets in the order of their tabs
 * @param texts the name of the part of shared texts
 * @param styles the name of the part of number formats
 * @param date1904 whether days count from 1904
 * @param uncalculated whether the program that wrote the workbook left the calculation of formulas to the next reader
 */
record WorkbookParts(List<Sheet> sheets, String texts, String styles, boolean date1904, boolean uncalculated) {

    private static final int MOST_SHEETS = 500;

    /** A sheet with the name of its part. */
    record Sheet(String name, String part, boolean visible) {}

    private record Relation(String type, String target) {}

    static WorkbookParts of(WorkbookArchive archive) throws IOException, XMLStreamException {
        String workbook = target(relations(archive, "_rels/.rels"), "officeDocument", "xl/workbook.xml");
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        String file = workbook.substring(folder.length());
        var relations = relations(archive, folder + "_rels/" + file + ".rels");
        var sheets = new ArrayList<Sheet>();
        var flags = new HashSet<String>();
        try (var part = archive.xml(workbook)) {
            for (var xml = part.reader(); xml.hasNext(); ) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element(xml, relations, sheets, flags);
                }
            }
        }
        return new WorkbookParts(
                List.copyOf(sheets),
                target(relations, "sharedStrings", folder + "sharedStrings.xml"),
                target(relations, "styles", folder + "styles.xml"),
                flags.contains("date1904"),
                flags.contains("fullCalcOnLoad"));
    }

    private static void element(
            XMLStreamReader xml, Map<String, Relation> relations, List<Sheet> sheets, Set<String> flags) {
        switch (xml.getLocalName()) {
            case "sheet" -> add(sheets, xml, relations);
            case "workbookPr", "calcPr" ->
                Stream.of("date1904", "fullCalcOnLoad")
                        .filter(name -> isTrue(xml.getAttributeValue(null, name)))
                        .forEach(flags::add);
            default -> {
                // Views, names and windows are irrelevant.
            }
        }
    }

    static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equalsIgnoreCase(value);
    }

    /** Charts and dialogues have tabs, too, but no rows. */
    private static void add(List<Sheet> sheets, XMLStreamReader xml, Map<String, Relation> relations) {
        var relation = relations.get(relationId(xml));
        String name = xml.getAttributeValue(null, "name");
        if (relation == null || relation.type.matches("(chart|dialog)sheet")) {
            return;
        }
        // One part for many tabs, which no spreadsheet writes, would be read once for each.
        boolean isTaken = sheets.stream().anyMatch(sheet -> sheet.part.equals(relation.target));
        SheetSurvey.refuse(isTaken || sheets.size() >= MOST_SHEETS);
        String state = xml.getAttributeValue(null, "state");
        boolean visible = state == null || state.equals("visible");
        sheets.add(new Sheet(name == null ? "" : name, relation.target, visible));
    }

    private static @Nullable String relationId(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static String target(Map<String, Relation> relations, String type, String usual) {
        return relations.values().stream()
                .filter(relation -> relation.type.equals(type))
                .map(Relation::target)
                .findFirst()
                .orElse(usual);
    }

    private static Map<String, Relation> relations(WorkbookArchive archive, String name)
            throws IOException, XMLStreamException {
        var relations = new HashMap<String, Relation>();
        String owner = name.substring(0, name.indexOf("_rels/"));
        try (var part = archive.optional(name)) {
            if (part == null) {
                return relations;
            }
            for (var xml = part.reader(); xml.hasNext(); ) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    String id = xml.getAttributeValue(null, "Id");
                    String type = xml.getAttributeValue(null, "Type");
                    String target = xml.getAttributeValue(null, "Target");
                    if (id != null && target != null) {
                        String kind = type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
                        relations.put(id, new Relation(kind, resolved(owner, target)));
                    }
                }
            }
        }
        return relations;
    }

    /** The name of a part from its owner's folder; one that begins with a slash is absolute. */
    private static String resolved(String folder, String target) {
        String path = target.replace('\\', '/');
        var steps = new ArrayList<String>();
        for (var step : (path.startsWith("/") ? path : folder + path).split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
