package org.exoattribution.model;

import java.util.List;

/**
 * A question on which the sources disagree or are silent, so that the simulator has a switch: one
 * of the {@link Readings}.
 */
public enum Reading {
  WILDCARD_DEPTH("wildcardDepth", Readings.WildcardDepth.values()),
  WILDCARD_CERTIFICATE("wildcardCertificate", Readings.WildcardCertificate.values()),
  BAD_CERTIFICATE("badCertificate", Readings.BadCertificate.values()),
  REVOCATION("revocation", Readings.Revocation.values()),
  CERTIFICATE_TRUST("certificateTrust", Readings.CertificateTrust.values()),
  KEY_USAGE("keyUsage", Readings.KeyUsage.values()),
  RECIPIENT_ONLY_IP_MATCH("recipientOnlyIpMatch", Readings.RecipientOnlyIpMatch.values()),
  ASSOCIATED_DOMAINS("associatedDomains", Readings.AssociatedDomains.values()),
  PARTNER_ADDRESSES("partnerAddresses", Readings.PartnerAddresses.values()),
  PARTNER_BOTH("partnerBoth", Readings.PartnerBoth.values()),
  RELAY_REFUSAL("relayRefusal", Readings.RelayRefusal.values());

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of constants
  private final List<Readings.Value> choices;

  Reading(String key, Readings.Value... choices) {
    this.key = key;
    this.choices = List.of(choices);
  }

  /** The name in scenario files and on the command line, such as {@code wildcardDepth}. */
  public String key() {
    return key;
  }

  /** Its values, the default first. */
  List<Readings.Value> choices() {
    return choices;
  }

  Readings.Value choice(String name) {
    for (Readings.Value choice : choices) {
      if (choice.name().equalsIgnoreCase(name)) {
        return choice;
      }
    }
    throw InvalidValueException.notA(
        "a value of reading " + key, name, String.join(", ", Readings.valuesOf(this)));
  }

  @Override
  public String toString() {
    return key;
  }
}
