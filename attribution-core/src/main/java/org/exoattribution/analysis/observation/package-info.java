/**
 * What the service did to real messages, compared with what the model says of them. An observation
 * agrees, agrees if the server presented some certificate, contradicts, or is about a tenant that
 * nobody exported.
 */
@NullMarked
package org.exoattribution.analysis.observation;

import org.jspecify.annotations.NullMarked;
