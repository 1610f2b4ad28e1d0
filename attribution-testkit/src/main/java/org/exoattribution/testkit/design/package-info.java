/** Tenants and connectors with the certificates that go with them, ready to be resolved against. */
@NullMarked
package org.exoattribution.testkit.design;

import org.jspecify.annotations.NullMarked;
