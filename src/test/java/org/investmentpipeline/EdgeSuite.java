package org.investmentpipeline;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The suites of the edge: requests, access, catalogues, imports and operation. Together with {@link LedgerSuite} all that need the running
 * application; each of the two has a JVM and an application of its own, so that both cores work.
 */
@Suite
@ExcludeTags("packaged")
@IncludeClassNamePatterns(".*IT")
@SelectPackages({
    "org.investmentpipeline.catalogue",
    "org.investmentpipeline.http",
    "org.investmentpipeline.idempotency",
    "org.investmentpipeline.input",
    "org.investmentpipeline.list",
    "org.investmentpipeline.monitoring",
    "org.investmentpipeline.outage",
    "org.investmentpipeline.rest",
    "org.investmentpipeline.security",
    "org.investmentpipeline.spreadsheet"
})
class EdgeSuite {}
