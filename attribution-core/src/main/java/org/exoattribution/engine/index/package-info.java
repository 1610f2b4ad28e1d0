/**
 * A directory arranged for look-up: from domains, certificate names and addresses to owners and
 * candidates. Not exported: public is what the stages ask.
 */
@NullMarked
package org.exoattribution.engine.index;

import org.jspecify.annotations.NullMarked;
