package org.exoattribution.testkit.export;

import java.util.List;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.StrictObject;
import org.exoattribution.testkit.document.Typed;

/** Reads tenants that somebody wrote down: the list under {@code tenants:}. */
public final class TenantsDocument {
  private static final List<String> KEYS =
      List.of(
          "name",
          "tenantId",
          "forest",
          "rejectDirectSend",
          "mailEnabled",
          "acceptedDomains",
          "inboundConnectors");

  /** A scenario has them beside its tenants; {@code lint} and the like take its tenants alone. */
  private static final List<String> FILE_KEYS =
      List.of(
          "tenants",
          "tenantsFrom",
          "connections",
          "at",
          "rules",
          "readings",
          "trustAnchors",
          "partial");

  private TenantsDocument() {}

  /** A file that holds the list, alone or in a scenario. */
  public static TenantsImport read(String source, byte[] bytes) {
    Node document = Documents.require(source, bytes, "a list of tenants");
    StrictObject file = new StrictObject(document, "a file of tenants", FILE_KEYS);
    return read(file.require("tenants", "a list of tenants"));
  }

  private static TenantsImport read(Node list) {
    DirectoryClaims claims = new DirectoryClaims(ImportLog.forHandWritten());
    List<Node> tenants = Typed.list(list, "tenants", "a list of tenants");
    if (tenants.isEmpty()) {
      throw Typed.wrong(list, "tenants", "at least one tenant");
    }
    for (Node tenant : tenants) {
      read(new StrictObject(tenant, "a tenant", KEYS), claims);
    }
    return claims.tenants();
  }

  private static void read(StrictObject object, DirectoryClaims claims) {
    Node name = object.require("name", "a text, the label in results");
    TenantRecords records = new TenantRecords(Typed.text(name, "name"), name.location(), claims);
    Tenant.Builder tenant = records.tenant();
    object.text("tenantId").ifPresent(tenant::tenantId);
    object.parse("forest", tenant::forest);
    tenant.rejectDirectSend(object.flag("rejectDirectSend", false));
    tenant.mailEnabled(object.flag("mailEnabled", true));
    object.get("acceptedDomains").ifPresent(records::acceptedDomains);
    object.get("inboundConnectors").ifPresent(records::inboundConnectors);
    records.finish(name.location());
  }
}
