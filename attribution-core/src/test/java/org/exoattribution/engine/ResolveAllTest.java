package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

class ResolveAllTest {
  private static final AttributionEngine ENGINE =
      AttributionEngine.of(
          TenantDirectory.of(
              Tenant.builder("contoso")
                  .acceptedDomains("contoso.com")
                  .inboundConnector(
                      OnPremisesConnector.builder("Mail server")
                          .senderIpAddresses("198.51.100.7")
                          .build())
                  .build(),
              Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build()));

  @Test
  void many_connections_have_the_attributions_of_each_alone_in_their_order() {
    List<SimulatedConnection> connections =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    SimulatedConnection.builder()
                        .sourceIp("198.51.100." + i % 11)
                        .mailFrom("sender" + i + (i % 2 == 0 ? "@contoso.com" : "@adatum.example"))
                        .rcptTo("recipient" + i + (i % 3 == 0 ? "@fabrikam.com" : "@example.net"))
                        .at(Instant.parse("2026-11-01T00:00:00Z"))
                        .build())
            .toList();

    List<Attribution> attributions = ENGINE.resolveAll(connections);

    assertThat(attributions).isEqualTo(connections.stream().map(ENGINE::resolve).toList());
    assertThat(attributions)
        .extracting(Attribution::verdict)
        .contains(Attribution.Verdict.values());
    assertThat(ENGINE.resolveAll(List.of())).isEmpty();
  }

  @Test
  void neither_a_directory_of_nobody_nor_mail_of_nobody_stands_in_the_way() {
    List<SimulatedConnection> bounces =
        Stream.of("2001:db8::1", "198.51.100.7")
            .map(
                source ->
                    SimulatedConnection.builder()
                        .sourceIp(source)
                        .mailFrom("<>")
                        .rcptTo("anna@localhost")
                        .at(Instant.parse("2026-11-01T00:00:00Z"))
                        .build())
            .toList();

    for (AttributionEngine each : List.of(ENGINE, AttributionEngine.of(TenantDirectory.of()))) {
      assertThat(each.resolveAll(bounces))
          .isEqualTo(bounces.stream().map(each::resolve).toList())
          .hasSize(2);
    }
  }
}
