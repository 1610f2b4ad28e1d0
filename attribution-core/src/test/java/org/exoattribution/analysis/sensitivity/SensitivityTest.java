package org.exoattribution.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  private static final AttributionEngine ENGINE =
      AttributionEngine.of(
          TenantDirectory.of(
              Tenant.builder("contoso")
                  .acceptedDomains("contoso.com")
                  .inboundConnector(
                      OnPremisesConnector.builder("by address")
                          .senderIpAddresses("198.51.100.7")
                          .build())
                  .inboundConnector(
                      OnPremisesConnector.builder("for adatum")
                          .senderIpAddresses("198.51.100.9")
                          .associatedAcceptedDomains("contoso.com")
                          .build())
                  .build()));

  @Test
  void mail_of_the_owner_holds_under_every_reading() {
    Sensitivity sensitivity =
        Sensitivity.of(ENGINE, Mail.of("198.51.100.7", "anna@contoso.com", "bob@example.net"));

    assertThat(sensitivity.holdsUnderEveryReading()).isTrue();
    assertThat(sensitivity.assumedRules()).isEmpty();
  }

  @Test
  void mail_that_its_recipient_decided_about_depends_on_recipientOnlyIpMatch() {
    Sensitivity sensitivity =
        Sensitivity.of(ENGINE, Mail.of("198.51.100.7", "john@stranger.example", "a@contoso.com"));

    assertThat(sensitivity.alternatives())
        .extracting(Sensitivity.Alternative::settings, a -> a.outcome().toString())
        .containsExactly(tuple("recipientOnlyIpMatch=INCOMING", "Incoming to contoso, anonymous"));
  }

  @Test
  void a_reading_under_which_a_connector_begins_to_apply_is_found() {
    Sensitivity sensitivity =
        Sensitivity.of(ENGINE, Mail.of("198.51.100.9", "john@stranger.example", "a@contoso.com"));

    // By default the sender is not associated, so that the connector does not apply.
    assertThat(sensitivity.attribution().tenantName()).contains("contoso");
    assertThat(
            sensitivity.alternatives().stream()
                .map(Sensitivity.Alternative::settings)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("associatedDomains=RECIPIENT", "associatedDomains=EITHER");
  }

  @Test
  void each_recipient_of_a_transaction_has_its_own() {
    SimulatedConnection first = Mail.of("198.51.100.7", "john@stranger.example", "a@contoso.com");

    List<Sensitivity> both =
        SensitivityAnalysis.of(ENGINE)
            .analyze(SimulatedTransaction.of(first, List.of(ForwardPath.parse("b@example.net"))));

    assertThat(both).extracting(Sensitivity::holdsUnderEveryReading).containsExactly(false, false);
    assertThat(both.get(1).alternatives().get(0).outcome().toString())
        .isEqualTo("Rejected DOMAIN_NOT_ACCEPTED");
  }

  @Test
  void a_result_without_contested_readings_is_the_same_under_each_of_them() {
    SimulatedConnection mail = Mail.of("198.51.100.7", "anna@contoso.com", "bob@example.net");
    assertThat(ENGINE.resolve(mail).grounds().contestedReadings()).isEmpty();

    for (Reading reading : Reading.values()) {
      for (Readings other : ENGINE.readings().alternatives(reading)) {
        assertThat(AttributionOutcome.of(ENGINE.withReadings(other).resolve(mail)))
            .as(reading.key())
            .isEqualTo(AttributionOutcome.of(ENGINE.resolve(mail)));
      }
    }
  }
}
