/** Views and lists of projects. */
@NullMarked
package org.investmentpipeline.project.list;

import org.jspecify.annotations.NullMarked;
