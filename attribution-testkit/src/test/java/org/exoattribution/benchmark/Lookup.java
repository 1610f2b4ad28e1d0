package org.exoattribution.benchmark;

import java.util.List;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/** The three questions of attribution to a directory, which every plain approach answers. */
interface Lookup {
  /** DOM-2; null if nobody owns the domain. */
  @Nullable Tenant ownerOf(DomainName domain);

  /** The connectors whose TlsSenderCertificateName matches one of the names (CERT-2). */
  List<Holder> byName(List<PresentedName> names);

  /** The connectors whose SenderIPAddresses contain the address (IP-1). */
  List<Holder> byAddress(IpAddress address);
}
