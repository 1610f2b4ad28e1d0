/**
 * Certificates, authorities, CRLs and OCSP responses for tests, right and wrong on purpose. All of
 * them are made from a seed, so that a failing run repeats byte for byte.
 */
@NullMarked
package org.exoattribution.testkit.pki;

import org.jspecify.annotations.NullMarked;
