/**
 * What the commands that look for something found: lint, misroutes, changes, observations and
 * judged certificates, each as text, JSON and a log. Used by the command line alone.
 */
@NullMarked
package org.exoattribution.testkit.render.finding;

import org.jspecify.annotations.NullMarked;
