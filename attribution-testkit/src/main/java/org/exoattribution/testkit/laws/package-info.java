/** Laws that every attribution obeys, to be checked on anybody's directories and connections. */
@NullMarked
package org.exoattribution.testkit.laws;

import org.jspecify.annotations.NullMarked;
