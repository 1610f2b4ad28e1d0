/** What can be said about attributions and directories beyond a single resolution. */
@NullMarked
package org.exoattribution.analysis;

import org.jspecify.annotations.NullMarked;
