/** Paging, versions, ETags and conditional requests, alike for every resource. */
@NullMarked
package org.investmentpipeline.rest;

import org.jspecify.annotations.NullMarked;
