package org.investmentpipeline;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The suites of the ledger: projects, figures and backups; see {@link EdgeSuite}. */
@Suite
@ExcludeTags("packaged")
@IncludeClassNamePatterns(".*IT")
@SelectPackages({"org.investmentpipeline.backup", "org.investmentpipeline.figures", "org.investmentpipeline.project"})
class LedgerSuite {}
