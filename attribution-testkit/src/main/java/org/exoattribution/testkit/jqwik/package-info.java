/**
 * Random tenants, directories, certificates and connections for property-based tests with jqwik;
 * {@link org.exoattribution.testkit.jqwik.AttributionDomain} registers them all.
 */
@NullMarked
package org.exoattribution.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
