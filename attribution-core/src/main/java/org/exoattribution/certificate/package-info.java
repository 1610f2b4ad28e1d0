/**
 * What the service makes of a certificate chain: whether it accepts it (PKI-1 to PKI-6) and which
 * names connectors can match (PKI-7). Nothing here knows a tenant or a connector.
 */
@NullMarked
package org.exoattribution.certificate;

import org.jspecify.annotations.NullMarked;
