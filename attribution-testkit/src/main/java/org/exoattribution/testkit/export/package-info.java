/**
 * Tenants from files: lists of tenants and exports of the cmdlets, read leniently and reported
 * exactly.
 */
@NullMarked
package org.exoattribution.testkit.export;

import org.jspecify.annotations.NullMarked;
