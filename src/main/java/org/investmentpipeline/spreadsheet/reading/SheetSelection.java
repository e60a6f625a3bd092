package org.investmentpipeline.spreadsheet.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.sheet.PeekedRows;
import org.investmentpipeline.spreadsheet.workbook.Workbook;
import org.investmentpipeline.spreadsheet.workbook.Workbook.Tab;

/**
 * The sheets of a workbook that are read.
 *
 * @param read in their order
 * @param leftOut visible sheets with content that were not selected by name and have no headings
 */
record SheetSelection(List<Tab> read, List<Tab> leftOut) {

    private static final String ALL = "*";

    /**
     * The selected sheets: those named, or all visible ones with headings, or the only one.
     *
     * @param wanted names, or numbers from 1, or {@code *}; empty for the only visible one with headings
     * @throws UnreadableSheet when a sheet does not exist, none has headings, or several have and none was named
     */
    static SheetSelection of(Workbook workbook, List<String> wanted, HeadingSearch search) throws IOException {
        var all = wanted.contains(ALL);
        if (!wanted.isEmpty() && !all) {
            var named = wanted.stream().map(name -> tab(workbook, name)).toList();
            return new SheetSelection(named, List.of());
        }
        var read = new ArrayList<Tab>();
        var leftOut = new ArrayList<Tab>();
        for (var tab : workbook.tabs()) {
            if (tab.isVisible()) {
                try (var rows = new PeekedRows(workbook.rows(tab.place()))) {
                    if (search.find(rows) != null) {
                        read.add(tab);
                    } else if (search.sawContent()) {
                        leftOut.add(tab);
                    }
                }
            }
        }
        if (read.isEmpty()) {
            throw search.missing();
        }
        if (read.size() > 1 && !all) {
            throw several(read);
        }
        return new SheetSelection(read, leftOut);
    }

    private static Tab tab(Workbook workbook, String wanted) {
        var tabs = workbook.tabs();
        for (var tab : tabs) {
            if (tab.name().strip().equals(wanted.strip())) {
                return tab;
            }
        }
        if (wanted.strip().matches("[1-9]\\d{0,3}") && Integer.parseInt(wanted.strip()) <= tabs.size()) {
            return tabs.get(Integer.parseInt(wanted.strip()) - 1);
        }
        throw new UnreadableSheet(LocalizedText.of(
                "The workbook has no sheet \"%1$s\"; it has: %2$s.", "工作簿中没有工作表“%1$s”，现有：%2$s。", wanted, names(tabs)));
    }

    private static UnreadableSheet several(List<Tab> read) {
        return new UnreadableSheet(LocalizedText.of(
                "Several sheets have headings: %1$s. Name one or more in `sheet`, or give sheet=* for all.",
                "有多个工作表含有表头：%1$s。请用 sheet 指明一个或多个，或用 sheet=* 全部读取。", names(read)));
    }

    private static String names(List<Tab> tabs) {
        return tabs.stream().map(Tab::name).collect(Collectors.joining(", "));
    }
}
