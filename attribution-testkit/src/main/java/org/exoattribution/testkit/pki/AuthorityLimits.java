package org.exoattribution.testkit.pki;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate may certify others, how deep below it, and which names (RFC 5280 4.2.1.9
 * and 4.2.1.10).
 */
record AuthorityLimits(
    Role role, OptionalInt pathLength, List<String> permittedDns, List<String> excludedDns) {

  /** What the basicConstraints extension says. */
  enum Role {
    UNSAID,
    END_ENTITY,
    AUTHORITY
  }

  AuthorityLimits {
    permittedDns = List.copyOf(permittedDns);
    excludedDns = List.copyOf(excludedDns);
  }

  static AuthorityLimits of(Role role) {
    return new AuthorityLimits(role, OptionalInt.empty(), List.of(), List.of());
  }

  AuthorityLimits withRole(Role changed) {
    return new AuthorityLimits(changed, OptionalInt.empty(), permittedDns, excludedDns);
  }

  AuthorityLimits withPathLength(int length) {
    return new AuthorityLimits(Role.AUTHORITY, OptionalInt.of(length), permittedDns, excludedDns);
  }

  AuthorityLimits withPermittedDns(List<String> domains) {
    return new AuthorityLimits(role, pathLength, domains, excludedDns);
  }

  AuthorityLimits withExcludedDns(List<String> domains) {
    return new AuthorityLimits(role, pathLength, permittedDns, domains);
  }

  Optional<BasicConstraints> basicConstraints() {
    if (role == Role.UNSAID) {
      return Optional.empty();
    }
    return Optional.of(
        pathLength.isPresent()
            ? new BasicConstraints(pathLength.getAsInt())
            : new BasicConstraints(role == Role.AUTHORITY));
  }

  Optional<NameConstraints> nameConstraints() {
    if (permittedDns.isEmpty() && excludedDns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new NameConstraints(subtrees(permittedDns), subtrees(excludedDns)));
  }

  /** Null for none: an empty sequence would be malformed (RFC 5280 4.2.1.10). */
  private static GeneralSubtree @Nullable [] subtrees(List<String> domains) {
    return domains.isEmpty()
        ? null
        : domains.stream()
            .map(domain -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain)))
            .toArray(GeneralSubtree[]::new);
  }
}
