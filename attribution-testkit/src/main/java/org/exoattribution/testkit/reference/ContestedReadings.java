package org.exoattribution.testkit.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.TenantDirectory;

/**
 * The readings that are contested in a result, as the end of section 10 of the rules defines them:
 * those of the smallest sets of readings whose change to other values changes the result. Tries
 * every combination of the readings that can have anything to do with a connection.
 */
public final class ContestedReadings {
  private static final Set<Reading> ABOUT_CERTIFICATES =
      EnumSet.of(Reading.REVOCATION, Reading.CERTIFICATE_TRUST, Reading.KEY_USAGE);

  private ContestedReadings() {}

  /**
   * The smallest sets of readings whose change changes the answer, each with readings under which
   * it does.
   *
   * @param own under which the answer is the one in question
   * @param changeable the readings to change; the answer must not depend on others
   */
  public static Map<Set<Reading>, Readings> smallestChanges(
      Readings own, Set<Reading> changeable, Function<Readings, ?> answer) {
    Map<Set<Reading>, Readings> changes = new LinkedHashMap<>();
    Object result = answer.apply(own);
    for (Readings other : combinations(List.of(own), changeable)) {
      if (!answer.apply(other).equals(result)) {
        changes.putIfAbsent(other.differingFrom(own), other);
      }
    }
    List<Set<Reading>> all = List.copyOf(changes.keySet());
    changes.keySet().removeIf(set -> all.stream().anyMatch(less -> isLess(less, set)));
    return changes;
  }

  /** The readings of all the changes. */
  public static Set<Reading> members(Map<Set<Reading>, Readings> changes) {
    Set<Reading> members = EnumSet.noneOf(Reading.class);
    changes.keySet().forEach(members::addAll);
    return members;
  }

  private static boolean isLess(Set<Reading> less, Set<Reading> set) {
    return less.size() < set.size() && set.containsAll(less);
  }

  private static List<Readings> combinations(List<Readings> from, Set<Reading> changeable) {
    List<Readings> combinations = from;
    for (Reading reading : changeable) {
      List<Readings> more = new ArrayList<>(combinations);
      combinations.forEach(each -> more.addAll(each.alternatives(reading)));
      combinations = more;
    }
    return combinations;
  }

  static Set<Reading> changeable(ReferenceCase given) {
    return changeable(
        given.directory(), given.readings(), given.connection(), given.tlsCertificate());
  }

  /**
   * The readings that can have anything to do with the connection's result: the rest is asked about
   * nothing that is there.
   *
   * @param own the readings that are to be changed
   * @param certificate the verdict about the certificate that counts in the session, if any
   */
  public static Set<Reading> changeable(
      TenantDirectory directory,
      Readings own,
      SimulatedConnection connection,
      Optional<CertificateVerdict> certificate) {
    Set<Reading> changeable = EnumSet.of(Reading.RELAY_REFUSAL);
    certificate.ifPresent(verdict -> changeable.addAll(ofVerdict(own, verdict)));
    List<PresentedName> names = certificate.map(CertificateVerdict::names).orElse(List.of());
    for (Reading reading : List.of(Reading.WILDCARD_DEPTH, Reading.WILDCARD_CERTIFICATE)) {
      if (any(directory, c -> depends(own, reading, r -> matching(c, names, r)))) {
        changeable.add(reading);
      }
    }
    if (any(
        directory, c -> depends(own, Reading.ASSOCIATED_DOMAINS, r -> con9(c, connection, r)))) {
      changeable.add(Reading.ASSOCIATED_DOMAINS);
    }
    if (any(directory, c -> c instanceof OnPremisesConnector && isSource(c, connection))) {
      changeable.add(Reading.RECIPIENT_ONLY_IP_MATCH);
    }
    if (any(directory, c -> c instanceof PartnerConnector && isSource(c, connection))) {
      changeable.add(Reading.PARTNER_ADDRESSES);
    }
    if (any(directory, c -> c instanceof PartnerConnector partner && partner.restrictsToBoth())) {
      changeable.add(Reading.PARTNER_BOTH);
    }
    return changeable;
  }

  /** Those on which acceptance depends, or by which rule the certificate is refused. */
  private static Set<Reading> ofVerdict(Readings own, CertificateVerdict verdict) {
    List<Readings> combinations = combinations(List.of(own), ABOUT_CERTIFICATES);
    Set<Reading> changeable = EnumSet.copyOf(ABOUT_CERTIFICATES);
    changeable.removeIf(
        reading ->
            combinations.stream()
                .noneMatch(each -> depends(each, reading, r -> failure(verdict.under(r)))));
    if (combinations.stream().anyMatch(each -> !verdict.under(each).accepted())) {
      changeable.add(Reading.BAD_CERTIFICATE);
    }
    return changeable;
  }

  private static Object failure(CertificateVerdict verdict) {
    return verdict.firstFailure().map(ConditionExplanation::rule);
  }

  private static Object matching(
      InboundConnector connector, List<PresentedName> names, Readings readings) {
    return connector
        .tlsSenderCertificateName()
        .map(own -> names.stream().filter(n -> CertificateNames.match(own, n, readings)).toList());
  }

  private static Object con9(
      InboundConnector connector, SimulatedConnection connection, Readings readings) {
    return connector.appliesTo(
        connection.mailFrom(), connection.rcptTo(), readings.associatedDomains());
  }

  private static boolean isSource(InboundConnector connector, SimulatedConnection connection) {
    return connector.rangeOf(connection.sourceIp()).isPresent();
  }

  private static boolean any(TenantDirectory directory, Predicate<InboundConnector> condition) {
    return directory.tenants().stream()
        .flatMap(tenant -> tenant.inboundConnectors().stream())
        .anyMatch(condition);
  }

  private static boolean depends(Readings own, Reading reading, Function<Readings, Object> answer) {
    Object now = answer.apply(own);
    return own.alternatives(reading).stream()
        .anyMatch(other -> !Objects.equals(answer.apply(other), now));
  }
}
