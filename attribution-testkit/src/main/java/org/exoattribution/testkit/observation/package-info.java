/**
 * Reads what Exchange Online told about real messages: their headers, extended message traces, and
 * JSON Lines. Equal observations are judged once and counted.
 */
@NullMarked
package org.exoattribution.testkit.observation;

import org.jspecify.annotations.NullMarked;
