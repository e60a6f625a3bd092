/** The members of project lists, day by day. */
@NullMarked
package org.investmentpipeline.list;

import org.jspecify.annotations.NullMarked;
