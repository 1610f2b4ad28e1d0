package org.exoattribution.analysis.search;

import java.util.List;
import org.exoattribution.model.PresentedName;

/**
 * A session as attribution sees it.
 *
 * @param tls whether it is encrypted
 * @param names the names of the presented certificate; empty without one
 * @param accepted whether the certificate counts
 */
record AtomCertificate(boolean tls, List<PresentedName> names, boolean accepted) {
  static final AtomCertificate PLAINTEXT = new AtomCertificate(false, List.of(), true);
  static final AtomCertificate TLS = new AtomCertificate(true, List.of(), true);

  static AtomCertificate accepted(PresentedName... names) {
    return new AtomCertificate(true, List.of(names), true);
  }

  static AtomCertificate refused(PresentedName name) {
    return new AtomCertificate(true, List.of(name), false);
  }
}
