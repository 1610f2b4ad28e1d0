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
record Session(boolean tls, List<PresentedName> names, boolean accepted) {
  static final Session PLAINTEXT = new Session(false, List.of(), true);
  static final Session TLS = new Session(true, List.of(), true);

  static Session presenting(List<PresentedName> names) {
    return new Session(true, names, true);
  }

  static Session refused(PresentedName name) {
    return new Session(true, List.of(name), false);
  }
}
