package org.exoattribution.testkit.export;

import java.util.List;
import java.util.Set;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.source.SourceLocation;

/** Reads the record of Get-OrganizationConfig. */
final class OrganizationReader {
  private static final String DIRECT_SEND = "RejectDirectSend";

  private final ImportLog log;

  OrganizationReader(ImportLog log) {
    this.log = log;
  }

  /**
   * Sets what it says of the tenant.
   *
   * @param export where it was exported to
   */
  void read(Node document, SourceLocation export, Tenant.Builder tenant) {
    List<Node> records = CmdletRecord.entriesOf(document);
    if (records.size() > 1) {
      log.fault(
          document.location(),
          Cmdlet.ORGANIZATION_CONFIG.command() + " is " + records.size() + " records: expected one",
          Cmdlet.ORGANIZATION_CONFIG.consequence());
    } else if (records.size() == 1 && records.get(0) instanceof Fields fields) {
      CmdletRecord record = new CmdletRecord(fields, Cmdlet.ORGANIZATION_CONFIG.command(), log);
      record.reportOthers(Set.of(DIRECT_SEND), Set.of("Name", "Guid"));
      record
          .text("Guid", "the tenant has no id, which plays no part in attribution")
          .ifPresent(tenant::tenantId);
      if (record.get(DIRECT_SEND).isPresent()) {
        tenant.rejectDirectSend(record.flag(DIRECT_SEND, false));
        return;
      }
    }
    assume(export);
  }

  /** What the record says of Direct Send. */
  boolean rejectsDirectSend(Node record) {
    return record instanceof Fields fields
        && new CmdletRecord(fields, Cmdlet.ORGANIZATION_CONFIG.command(), log)
            .flag(DIRECT_SEND, false);
  }

  /** Reports what is taken for said by an export that does not say it. */
  void assume(SourceLocation export) {
    log.warning(
        export, "does not say " + DIRECT_SEND + ": false is assumed, and Direct Send not refused");
  }
}
