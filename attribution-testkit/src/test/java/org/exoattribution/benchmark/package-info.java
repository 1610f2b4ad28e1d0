/**
 * The benchmarks, the plain approaches that they compare the engine with, and the soak. Not part of
 * what is shipped; the README of attribution-core says how to run them. They are compiled by every
 * build, and tests run each of them for a moment, so that they cannot rot; what is measured there
 * is not judged.
 */
@org.jspecify.annotations.NullMarked
package org.exoattribution.benchmark;
