package org.exoattribution.testkit.export;

import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.AcceptedDomain.DomainType;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/** Reads records of Get-AcceptedDomain; a text alone stands for DomainName. */
final class AcceptedDomainReader {
  private static final String CMDLET = "Get-AcceptedDomain";
  private static final Set<String> USED = Set.of("DomainName", "Domain", "MatchSubDomains");
  private static final Set<String> KEPT = Set.of("DomainType");
  private static final String CONSEQUENCE = "the domain is left out: nobody owns it";

  private final ImportLog log;

  AcceptedDomainReader(ImportLog log) {
    this.log = log;
  }

  /** The accepted domain; empty if the record could not be honoured, which is reported. */
  Optional<AcceptedDomain> read(Node node) {
    if (!(node instanceof Fields fields)) {
      return CmdletRecord.textOf(node)
          .map(text -> domainName(node.location(), text))
          .orElseGet(() -> fault(node.location(), node.shown()))
          .map(AcceptedDomain::of);
    }
    CmdletRecord record = new CmdletRecord(fields, CMDLET, log);
    record.reportOthers(USED, KEPT);
    String property = record.get("DomainName").isPresent() ? "DomainName" : "Domain";
    Optional<Node> value = record.get(property);
    if (value.isEmpty()) {
      log.fault(
          record.location(), "an accepted domain without DomainName: expected one", CONSEQUENCE);
      return Optional.empty();
    }
    Optional<DomainName> name =
        CmdletRecord.textOf(value.get())
            .map(text -> domainName(value.get().location(), text))
            .orElseGet(() -> fault(value.get().location(), value.get().shown()));
    DomainType type = domainType(record);
    boolean matchSubDomains = record.flag("MatchSubDomains", false);
    return name.map(domain -> new AcceptedDomain(domain, type, matchSubDomains));
  }

  private Optional<DomainName> domainName(SourceLocation location, String text) {
    try {
      return Optional.of(DomainName.parse(text));
    } catch (InvalidValueException e) {
      log.fault(location, ScenarioException.problem(e), CONSEQUENCE);
      return Optional.empty();
    }
  }

  private Optional<DomainName> fault(SourceLocation location, String shown) {
    log.fault(
        location,
        "an accepted domain is " + shown + ": expected a domain, or an object with DomainName",
        CONSEQUENCE);
    return Optional.empty();
  }

  private DomainType domainType(CmdletRecord record) {
    String consequence = "Authoritative is assumed, which plays no part in attribution";
    Optional<String> given = record.text("DomainType", consequence);
    try {
      return given.map(DomainType::parse).orElse(DomainType.AUTHORITATIVE);
    } catch (InvalidValueException e) {
      log.harmless(record.locationOf("DomainType"), ScenarioException.problem(e), consequence);
      return DomainType.AUTHORITATIVE;
    }
  }
}
