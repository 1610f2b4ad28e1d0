package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a result rests on: rules, evidence, readings and findings. */
class GroundsTest {
  private static final Finding SHARED_IP = Finding.of(Finding.Id.SHARED_IP, "contoso, fabrikam");

  @Test
  void grounds_do_not_change_with_the_collections_given() {
    List<RuleId> rules = new ArrayList<>(List.of(RuleId.IP_1, RuleId.IP_2));
    Set<Reading> readings = EnumSet.of(Reading.REVOCATION);
    List<Finding> findings = new ArrayList<>(List.of(SHARED_IP));
    Grounds grounds = new Grounds(rules, Evidence.DOCUMENTED, readings, findings);

    rules.clear();
    readings.clear();
    findings.clear();

    assertThat(grounds.rules()).containsExactly(RuleId.IP_1, RuleId.IP_2);
    assertThat(grounds.contestedReadings()).containsExactly(Reading.REVOCATION);
    assertThat(grounds.findings()).containsExactly(SHARED_IP);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> grounds.contestedReadings().clear());
  }

  @Test
  void contested_readings_are_in_their_order_however_they_were_given() {
    Grounds grounds =
        new Grounds(
            List.of(),
            Evidence.ASSUMED,
            Set.of(Reading.ASSOCIATED_DOMAINS, Reading.WILDCARD_DEPTH, Reading.KEY_USAGE),
            List.of());

    assertThat(grounds.contestedReadings())
        .containsExactly(Reading.WILDCARD_DEPTH, Reading.KEY_USAGE, Reading.ASSOCIATED_DOMAINS);
  }

  @Test
  void nothing_need_be_contested_or_found() {
    Grounds grounds = new Grounds(List.of(), Evidence.DOCUMENTED, Set.of(), List.of());

    assertThat(grounds.contestedReadings()).isEmpty();
    assertThat(grounds.hasFinding(Finding.Id.SHARED_IP)).isFalse();
  }

  @Test
  void a_finding_is_found_by_its_id() {
    Grounds grounds =
        new Grounds(List.of(RuleId.IP_2), Evidence.DOCUMENTED, Set.of(), List.of(SHARED_IP));

    assertThat(grounds.hasFinding(Finding.Id.SHARED_IP)).isTrue();
    assertThat(grounds.hasFinding(Finding.Id.FOREIGN_SENDER)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void the_message_of_a_finding_is_one_sentence_with_its_subject(Finding.Id id) {
    String subject = "100% of \"contoso\"";

    assertThat(Finding.of(id, subject).message()).containsOnlyOnce(subject).doesNotContain("\n");
    assertThat(Finding.of(id, subject).toString()).startsWith(id + ": ");
  }

  @Test
  void findings_are_in_the_order_of_their_ids() {
    Finding sender = Finding.of(Finding.Id.FOREIGN_SENDER, "fabrikam");
    Finding ignored =
        new Finding(Finding.Id.CERTIFICATE_IGNORED, "expired", Optional.of(RuleId.PKI_2));

    assertThat(List.of(ignored, SHARED_IP, sender).stream().sorted())
        .containsExactly(sender, SHARED_IP, ignored);
  }

  @ParameterizedTest
  @CsvSource({
    "DOCUMENTED, DOCUMENTED, DOCUMENTED",
    "DOCUMENTED, OBSERVED,   OBSERVED",
    "DOCUMENTED, ASSUMED,    ASSUMED",
    "OBSERVED,   OBSERVED,   OBSERVED",
    "OBSERVED,   ASSUMED,    ASSUMED",
    "ASSUMED,    ASSUMED,    ASSUMED",
  })
  void the_weaker_evidence_is_the_less_known(Evidence one, Evidence other, Evidence weaker) {
    assertThat(one.weaker(other)).isEqualTo(weaker);
    assertThat(other.weaker(one)).isEqualTo(weaker);
  }

  @ParameterizedTest
  @EnumSource
  void a_rule_is_found_by_its_id_in_any_letter_case(RuleId rule) {
    assertThat(rule.id()).isEqualTo(rule.name().replace('_', '-'));
    assertThat(RuleId.of(rule.id())).contains(rule);
    assertThat(RuleId.of(rule.id().toLowerCase(Locale.ROOT))).contains(rule);
    assertThat(rule).hasToString(rule.id());
  }

  @Test
  void rules_are_as_well_known_as_they_are_written() {
    assertThat(RuleId.CERT_3.evidence()).isEqualTo(Evidence.DOCUMENTED);
    assertThat(RuleId.PKI_5.evidence()).isEqualTo(Evidence.OBSERVED);
    assertThat(RuleId.SEL_1.evidence()).isEqualTo(Evidence.ASSUMED);
    assertThat(RuleId.values()).extracting(RuleId::summary).allMatch(s -> !s.isBlank());
  }

  @Test
  void an_unknown_rule_is_none() {
    assertThat(RuleId.of("CERT-99")).isEmpty();
  }
}
