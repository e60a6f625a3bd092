/** The bureau's sheet of projects: its fields and headings, its rows as statements, the projects they match. */
@NullMarked
package org.investmentpipeline.spreadsheet.projects;

import org.jspecify.annotations.NullMarked;
