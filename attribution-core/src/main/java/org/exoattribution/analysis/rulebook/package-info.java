/**
 * The pages about rules, replies, findings, readings and rules of the linter, by their ids. Their
 * text is in Markdown files beside the classes, whose README lists them and says how to write one.
 */
@NullMarked
package org.exoattribution.analysis.rulebook;

import org.jspecify.annotations.NullMarked;
