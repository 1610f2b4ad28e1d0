package org.exoattribution.testkit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;
import org.junit.jupiter.api.Test;

class NearestMissesTest {
  private final Design design =
      Design.of(
          "Contoso has three connectors.",
          "made up",
          Tenant.builder("contoso")
              .acceptedDomains("contoso.com")
              .inboundConnector(
                  OnPremisesConnector.builder("old")
                      .enabled(false)
                      .senderIpAddresses("192.0.2.1")
                      .build())
              .inboundConnector(
                  OnPremisesConnector.builder("address").senderIpAddresses("192.0.2.2").build())
              .inboundConnector(
                  OnPremisesConnector.builder("both")
                      .senderIpAddresses("192.0.2.3")
                      .tlsSenderCertificateName("mail.contoso.com")
                      .build())
              .build());

  private NearestMisses missesFrom(String address) {
    Explanation explanation =
        design
            .engine()
            .explain(
                Connections.from(address)
                    .mailFrom("anna@contoso.com")
                    .rcptTo("someone@example.net")
                    .build());
    return NearestMisses.of(explanation);
  }

  @Test
  void those_that_lack_the_fewest_conditions_come_first() {
    assertThat(names(missesFrom("192.0.2.9").connectors())).endsWith("old");
    assertThat(names(missesFrom("192.0.2.9").nearest())).doesNotContain("old");
  }

  @Test
  void the_winner_is_no_miss() {
    assertThat(names(missesFrom("192.0.2.2").connectors())).doesNotContain("address");
  }

  @Test
  void a_connector_that_two_stages_looked_at_stands_there_once_with_its_nearer_miss() {
    List<ConnectorExplanation> both =
        missesFrom("192.0.2.9").connectors().stream()
            .filter(c -> c.connector().name().equals("both"))
            .toList();

    assertThat(both).singleElement().satisfies(c -> assertThat(c.unmetConditions()).isOne());
  }

  private static List<String> names(List<ConnectorExplanation> connectors) {
    return connectors.stream().map(c -> c.connector().name()).toList();
  }
}
