package org.exoattribution.testkit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Inputs of the command tests: contoso relays by address, fabrikam receives. */
final class Inputs {
  static final String TENANTS =
      """
      tenants:
        - name: contoso
          acceptedDomains: [contoso.com]
          inboundConnectors:
            - { Name: Mail server, ConnectorType: OnPremises, SenderIPAddresses: [198.51.100.7] }
        - name: fabrikam
          acceptedDomains: [fabrikam.com]
      """;

  static final String CONNECTIONS =
      """
      connections:
        - name: own mail
          sourceIp: 198.51.100.7
          mailFrom: anna@contoso.com
          rcptTo: someone@example.net
          expect: { verdict: originating, tenant: contoso }
        - name: forwarded mail
          sourceIp: 198.51.100.7
          mailFrom: john@adatum.example
          rcptTo: [kate@example.net, kim@example.net]
          expect: [{ reason: DOMAIN_NOT_ACCEPTED }, { reply: "550 5.7.64" }]
      """;

  static final String SCENARIO = TENANTS + CONNECTIONS;

  private Inputs() {}

  /** Tenants behind one gateway that all of them know by its address. */
  static String sharedGateway(int size) {
    StringBuilder tenants = new StringBuilder("tenants:\n");
    for (int i = 1; i <= size; i++) {
      tenants.append(
          """
            - name: tenant%1$d
              acceptedDomains: [tenant%1$d.example]
              inboundConnectors:
                - { Name: Gateway, ConnectorType: OnPremises, SenderIPAddresses: [198.51.100.7] }
          """
              .formatted(i));
    }
    return tenants.toString();
  }

  static Path write(Path folder, String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection of a stranger to fabrikam as a line of JSON. */
  static String line(String name) {
    return "{\"name\":\""
        + name
        + "\",\"sourceIp\":\"203.0.113.1\",\"mailFrom\":\"a@adatum.example\","
        + "\"rcptTo\":\"b@fabrikam.com\"}\n";
  }
}
