package org.exoattribution.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.KeyUsage;
import org.exoattribution.model.Readings.Revocation;
import org.exoattribution.model.RevocationStatus;
import tools.jackson.databind.JsonNode;

/** A case of C2SP x509-limbo: certificates, an instant, a name, and whether they are accepted. */
final class X509LimboCase {
  private static final int SAN_IP_ADDRESS = 7;

  /** For cases that say no time: when the suite was made. Their certificates last for centuries. */
  private static final Instant DEFAULT_TIME = Instant.parse("2026-06-29T00:00:00Z");

  private final JsonNode json;

  X509LimboCase(JsonNode json) {
    this.json = json;
  }

  String id() {
    return json.get("id").asString();
  }

  /** Whether the case is about path validation and not about the web's certificate profile. */
  boolean isRelevant() {
    return !id().startsWith("webpki::");
  }

  boolean expectsSuccess() {
    return json.get("expected_result").asString().equals("SUCCESS");
  }

  /** What the evaluator makes of the case: why it is refused; empty if it is accepted. */
  String refusal() {
    PresentedCertificate presented;
    CertificateEvaluator evaluator;
    try {
      List<X509Certificate> chain = new ArrayList<>(certificates("untrusted_intermediates"));
      chain.addAll(0, PemCertificates.certificates(json.get("peer_certificate").asString()));
      presented = PresentedCertificate.of(chain).withRevocationStatus(crls());
      evaluator =
          new CertificateEvaluator(TrustAnchors.of(certificates("trusted_certs")), readings());
    } catch (InvalidValueException e) {
      return e.getMessage();
    }
    CertificateVerdict verdict = evaluator.evaluate(presented, time());
    return verdict
        .firstFailure()
        .map(failure -> failure.rule() + " " + failure.actual())
        .orElseGet(() -> isNamed(presented.leaf(), verdict) ? "" : "name: " + verdict.names());
  }

  /** Why the JDK alone, without names and key usage, refuses the case; empty if it accepts it. */
  Optional<String> jdkRefusal() {
    try {
      Set<TrustAnchor> anchors = new HashSet<>();
      for (X509Certificate anchor : certificates("trusted_certs")) {
        anchors.add(new TrustAnchor(anchor, null));
      }
      X509CertSelector leaf = new X509CertSelector();
      leaf.setCertificate(
          PemCertificates.certificates(json.get("peer_certificate").asString()).get(0));
      List<Object> material = new ArrayList<>(certificates("untrusted_intermediates"));
      material.add(leaf.getCertificate());
      material.addAll(crls().crls());
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, leaf);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(material)));
      parameters.setDate(Date.from(time().truncatedTo(ChronoUnit.SECONDS)));
      parameters.setRevocationEnabled(!json.get("crls").isEmpty());
      parameters.setMaxPathLength(-1);
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.of(e.toString());
    }
  }

  private Readings readings() {
    boolean client = json.get("validation_kind").asString().equals("CLIENT");
    boolean withCrls = !json.get("crls").isEmpty();
    return Readings.defaults()
        .with(client ? KeyUsage.TLS : KeyUsage.SERVER_AUTH)
        .with(withCrls ? Revocation.REQUIRE_STATUS : Revocation.NOT_CHECKED);
  }

  private Instant time() {
    JsonNode time = json.get("validation_time");
    return time.isNull() ? DEFAULT_TIME : OffsetDateTime.parse(time.asString()).toInstant();
  }

  private List<X509Certificate> certificates(String field) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (JsonNode pem : json.get(field)) {
      certificates.addAll(PemCertificates.certificates(pem.asString()));
    }
    return certificates;
  }

  private RevocationStatus crls() {
    List<X509CRL> crls = new ArrayList<>();
    for (JsonNode pem : json.get("crls")) {
      crls.addAll(PemCertificates.crls(pem.asString().getBytes(StandardCharsets.US_ASCII)));
    }
    return RevocationStatus.ofCrls(crls);
  }

  /** RFC 9525: the name itself, or a wildcard in place of its first label. */
  private boolean isNamed(X509Certificate leaf, CertificateVerdict verdict) {
    JsonNode peer = json.get("expected_peer_name");
    if (peer.isNull()) {
      return true;
    }
    String value = peer.get("value").asString();
    return switch (peer.get("kind").asString()) {
      case "DNS" ->
          DomainName.tryParse(value)
              .map(
                  host ->
                      verdict.names().contains(new PresentedName(host, false))
                          || host.parent()
                              .map(parent -> new PresentedName(parent, true))
                              .filter(verdict.names()::contains)
                              .isPresent())
              .orElse(false);
      case "IP" -> hasAddress(leaf, value);
      default -> throw new IllegalStateException("unknown kind of peer name in " + id());
    };
  }

  private static boolean hasAddress(X509Certificate leaf, String address) {
    try {
      InetAddress expected = InetAddress.getByName(address);
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      for (List<?> name : names == null ? List.<List<?>>of() : names) {
        if (name.get(0).equals(SAN_IP_ADDRESS)
            && InetAddress.getByName((String) name.get(1)).equals(expected)) {
          return true;
        }
      }
      return false;
    } catch (UnknownHostException | CertificateParsingException e) {
      return false;
    }
  }
}
