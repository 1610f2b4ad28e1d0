package org.exoattribution.testkit.reference;

import java.util.Comparator;
import java.util.Optional;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SenderDomainPattern;

/** How exactly connectors match; under each of these orders the most exact comes first. */
final class ConnectorKeys {
  private ConnectorKeys() {}

  /** The three keys of CERT-4, for connectors that match the certificate. */
  static Comparator<Candidate> byCertificate(ReferenceCase given) {
    return Comparator.<Candidate, Boolean>comparing(
            candidate -> certificateName(candidate).wildcard()) // host name before wildcard
        .thenComparing(
            candidate -> certificateName(candidate).domain().labelCount(),
            Comparator.reverseOrder())
        .thenComparing(
            candidate -> labelsOfAcceptedDomain(candidate, given), Comparator.reverseOrder());
  }

  private static CertificateNamePattern certificateName(Candidate candidate) {
    return candidate.connector().tlsSenderCertificateName().orElseThrow();
  }

  /**
   * Labels in the longest accepted domain of the tenant that equals a presented name or is a parent
   * of it; a presented {@code *.contoso.com} counts as contoso.com. Only names that match the
   * connector are looked at. None: 0.
   */
  private static int labelsOfAcceptedDomain(Candidate candidate, ReferenceCase given) {
    return given.matchingNames(candidate.connector()).stream()
        .map(PresentedName::domain)
        .flatMap(
            presented ->
                candidate.tenant().acceptedDomains().stream()
                    .map(AcceptedDomain::domainName)
                    .filter(accepted -> presented.equals(accepted) || presented.isBelow(accepted)))
        .mapToInt(DomainName::labelCount)
        .max()
        .orElse(0);
  }

  /** The longest prefix, for connectors that match the source address (SEL-1). */
  static Comparator<Candidate> byAddress(ReferenceCase given) {
    return Comparator.comparing(
        candidate -> given.longestPrefix(candidate.connector()).orElse(0),
        Comparator.reverseOrder());
  }

  /** The most specific SenderDomains entry that covers the sender (IN-5). */
  static Comparator<Candidate> bySenderDomain(ReferenceCase given) {
    return Comparator.comparing(
        candidate ->
            candidate.connector().senderDomains().stream()
                .filter(entry -> covers(entry, given.connection().mailFrom()))
                .min(MOST_SPECIFIC)
                .orElseThrow(),
        MOST_SPECIFIC);
  }

  /** A domain before {@code *.} of it, more labels first, {@code *} last (IN-5). */
  private static final Comparator<SenderDomainPattern> MOST_SPECIFIC =
      Comparator.<SenderDomainPattern, Integer>comparing(
              entry -> entry.domain().map(DomainName::labelCount).orElse(0),
              Comparator.reverseOrder())
          .thenComparing(SenderDomainPattern::isWildcard);

  /**
   * CON-3: a domain covers itself, {@code *.domain} its subdomains too, {@code *} everything; the
   * null reverse-path is covered by {@code *} alone (IN-3).
   */
  static boolean covers(SenderDomainPattern entry, ReversePath mailFrom) {
    if (entry.domain().isEmpty()) {
      return true;
    }
    DomainName domain = entry.domain().get();
    Optional<DomainName> sender = mailFrom.domain();
    return sender.isPresent()
        && (sender.get().equals(domain) || (entry.isWildcard() && sender.get().isBelow(domain)));
  }
}
