/** All that an installation keeps, leaving it and coming back: backups, dumps, and how one takes the place of an empty database. */
@NullMarked
package org.investmentpipeline.exchange.transfer;

import org.jspecify.annotations.NullMarked;
