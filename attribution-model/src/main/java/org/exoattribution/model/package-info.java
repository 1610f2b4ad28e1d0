/**
 * The values of inbound attribution: tenants with their accepted domains and inbound connectors,
 * simulated connections, attributions and their explanations. All immutable, all without a
 * dependency.
 */
@NullMarked
package org.exoattribution.model;

import org.jspecify.annotations.NullMarked;
