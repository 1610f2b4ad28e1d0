package org.exoattribution.testkit.export;

import java.util.Optional;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.AcceptedDomain.DomainType;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.source.ScenarioException;

/** Reads records of Get-AcceptedDomain; a text alone stands for DomainName. */
final class AcceptedDomainReader {
  private static final String LEFT_OUT = "the domain is left out: nobody owns it";

  private final ImportLog log;

  AcceptedDomainReader(ImportLog log) {
    this.log = log;
  }

  /** The accepted domain; empty if the record could not be honoured, which is reported. */
  Optional<AcceptedDomain> read(Node node) {
    if (!(node instanceof Fields fields)) {
      return domainName(node).map(AcceptedDomain::of);
    }
    CmdletRecord record = new CmdletRecord(fields, Cmdlet.ACCEPTED_DOMAIN, log);
    record.reportOthers();
    Optional<Node> value = record.get("DomainName").or(() -> record.get("Domain"));
    if (value.isEmpty()) {
      log.fault(node.location(), "an accepted domain without DomainName: expected one", LEFT_OUT);
      return Optional.empty();
    }
    Optional<DomainName> name = domainName(value.get());
    DomainType type = domainType(record);
    boolean matchSubDomains = record.flag("MatchSubDomains", false);
    return name.map(domain -> new AcceptedDomain(domain, type, matchSubDomains));
  }

  private Optional<DomainName> domainName(Node node) {
    Optional<String> text = CmdletRecord.textOf(node);
    if (text.isEmpty()) {
      String problem = "an accepted domain is " + node.shown();
      log.fault(
          node.location(), problem + ": expected a domain, or an object with DomainName", LEFT_OUT);
    }
    try {
      return text.map(DomainName::parse);
    } catch (InvalidValueException e) {
      log.fault(node.location(), ScenarioException.problem(e), LEFT_OUT);
      return Optional.empty();
    }
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
