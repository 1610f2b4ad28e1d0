package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.exoattribution.model.Attribution.Verdict;
import org.junit.jupiter.api.Test;

/** The words of scenario files and of the output: files written with them must keep working. */
class VerdictKeysTest {

  @Test
  void verdicts_stages_and_bases_have_the_words_of_scenario_files() {
    assertThat(Verdict.values())
        .extracting(Verdict::key)
        .containsExactly("originating", "incoming", "rejected");
    assertThat(Stage.values())
        .extracting(Stage::key)
        .containsExactly("certificate", "ip", "incoming");
    assertThat(AttributionBasis.values())
        .extracting(AttributionBasis::key)
        .containsExactly("certificate-domain", "mail-from", "rcpt-to", "header-from", "connector");
  }

  @Test
  void readings_have_the_words_of_scenario_files() {
    assertThat(Reading.values())
        .extracting(Reading::key)
        .containsExactly(
            "wildcardDepth",
            "wildcardCertificate",
            "badCertificate",
            "revocation",
            "certificateTrust",
            "keyUsage",
            "recipientOnlyIpMatch",
            "associatedDomains",
            "partnerAddresses",
            "partnerBoth",
            "relayRefusal");
  }

  @Test
  void findings_are_in_the_order_of_the_rules() {
    assertThat(Finding.Id.values())
        .extracting(Finding.Id::name)
        .containsExactly(
            "FOREIGN_SENDER",
            "FOREIGN_RECIPIENT",
            "WILDCARD_CAPTURE",
            "CERTIFICATE_DOMAIN_NOT_ACCEPTED",
            "SHARED_IP",
            "RECIPIENT_DECIDED",
            "CERTIFICATE_IGNORED",
            "CERTIFICATE_UNMATCHED",
            "AMBIGUOUS_CERTIFICATE",
            "AMBIGUOUS_CONNECTOR",
            "DISABLED_CONNECTOR_WOULD_MATCH",
            "REVOCATION_NOT_CHECKED");
  }
}
