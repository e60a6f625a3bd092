/** Where projects, their timelines and their history are stored. */
@NullMarked
package org.investmentpipeline.project.ledger;

import org.jspecify.annotations.NullMarked;
