package org.investmentpipeline.spreadsheet.writing;

/**
 * The heading of a column.
 *
 * @param width in characters of a usual font; a Chinese character has the width of two
 */
public record SheetHeading(String text, int width) {}
