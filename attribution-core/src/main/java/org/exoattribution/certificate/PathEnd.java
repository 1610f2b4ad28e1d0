package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Where the way from a leaf towards a trust anchor ended without a valid path.
 *
 * @param kind how it ended
 * @param path the certificates from the leaf to where it ended
 * @param cause what was wrong; for an untrusted root what else was wrong, empty if nothing
 */
record PathEnd(Kind kind, List<X509Certificate> path, String cause) {

  /** How it ended. Of several ends, the first kind here says most about what is wrong. */
  enum Kind {
    /** At a trust anchor, but the path is not valid (PKI-3). */
    INVALID,
    /** Before all was looked at, because nobody has so many certificates in earnest (PKI-3). */
    GAVE_UP,
    /** At a self-signed certificate that is no trust anchor (PKI-4). */
    UNTRUSTED,
    /** At a certificate that nobody who is at hand signed (PKI-3). */
    NO_ISSUER
  }

  PathEnd {
    path = List.copyOf(path);
  }

  /** Whether the leaf itself is self-signed. */
  boolean isSelfSignedLeaf() {
    return kind == Kind.UNTRUSTED && path.size() == 1;
  }
}
