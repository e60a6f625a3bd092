package org.investmentpipeline;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The suites of the ledger: projects, their lists, figures, imports and backups; see {@link EdgeSuite}. */
@Suite
@IncludeClassNamePatterns(".*IT")
@SelectPackages({
    "org.investmentpipeline.backup",
    "org.investmentpipeline.figures",
    "org.investmentpipeline.list",
    "org.investmentpipeline.project",
    "org.investmentpipeline.spreadsheet"
})
class LedgerSuite {}
