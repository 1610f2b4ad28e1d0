package org.exoattribution.testkit.laws;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Stage;
import org.exoattribution.model.TenantDirectory;

/** Moves connections that the certificate stage decided to every range of the directory. */
final class AddressLaw implements Law.Check {

  @Override
  public Stream<Objection> objections(Subject engine, Collection<SimulatedConnection> connections) {
    List<IpAddress> addresses = addresses(engine.engine().directory());
    return connections.stream()
        .map(engine::resolve)
        .filter(before -> before.stage() == Stage.CERTIFICATE)
        .flatMap(
            before ->
                addresses.stream()
                    .map(to -> before.connection().toBuilder().sourceIp(to).build())
                    .flatMap(
                        moved ->
                            Objection.unlessSame(before, "from here", engine.resolve(moved))
                                .map(each -> new Objection(each.words(), moved))));
  }

  private static List<IpAddress> addresses(TenantDirectory directory) {
    Stream<IpAddress> known =
        directory.tenants().stream()
            .flatMap(tenant -> tenant.inboundConnectors().stream())
            .flatMap(connector -> connector.senderIpAddresses().stream())
            .map(range -> IpAddress.ofIpv4(range.networkBits()));
    Stream<IpAddress> others = Stream.of("203.0.113.77", "2001:db8::77").map(IpAddress::parse);
    return Stream.concat(known, others).distinct().toList();
  }
}
