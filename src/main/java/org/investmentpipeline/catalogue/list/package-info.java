/** The catalogue of project lists. */
@NullMarked
package org.investmentpipeline.catalogue.list;

import org.jspecify.annotations.NullMarked;
