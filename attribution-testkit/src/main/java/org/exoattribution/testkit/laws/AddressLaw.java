package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Moves connections that the certificate stage decided to every range of the directory. */
final class AddressLaw implements Law.Check {

  @Override
  public List<LawViolation> violations(
      Subject engine, Collection<SimulatedConnection> connections) {
    Set<IpAddress> addresses = addresses(engine.directory());
    List<LawViolation> violations = new ArrayList<>();
    for (SimulatedConnection connection : connections) {
      Attribution before = engine.resolve(connection);
      if (before.stage() != Stage.CERTIFICATE) {
        continue;
      }
      for (IpAddress address : addresses) {
        SimulatedConnection moved = connection.toBuilder().sourceIp(address).build();
        Attribution after = engine.resolve(moved);
        if (!Result.same(before, after)) {
          violations.add(
              new LawViolation(
                  Law.ADDRESSES_DO_NOT_MOVE_CERTIFICATES,
                  "from "
                      + connection.sourceIp()
                      + " it is "
                      + Result.words(before)
                      + ", from here "
                      + Result.words(after),
                  moved));
        }
      }
    }
    return violations;
  }

  private static Set<IpAddress> addresses(TenantDirectory directory) {
    Set<IpAddress> addresses = new LinkedHashSet<>();
    for (Tenant tenant : directory.tenants()) {
      for (InboundConnector connector : tenant.inboundConnectors()) {
        for (SenderIpRange range : connector.senderIpAddresses()) {
          addresses.add(IpAddress.ofIpv4(range.networkBits()));
        }
      }
    }
    addresses.add(IpAddress.parse("203.0.113.77"));
    addresses.add(IpAddress.parse("2001:db8::77"));
    return addresses;
  }
}
