package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.pki.CertificateAuthority;
import org.exoattribution.testkit.pki.CertificateTemplate;

/**
 * A directory in which tenants get in each other's way, and random connections that fall where they
 * do: shared gateways by address and by name, connectors for other tenants' domains, domains below
 * those of others, restricting partners, disabled connectors; certificates good and bad.
 */
final class SoakWorld {
  private static final int CERTIFICATES = 400;

  private final SoakNames names;
  private final TenantDirectory directory;
  private final TrustAnchors trustAnchors;
  private final List<PresentedCertificate> certificates;

  SoakWorld(int size) {
    names = new SoakNames(size);
    directory =
        TenantDirectory.of(
            IntStream.range(0, size).mapToObj(id -> new SoakTenant(names, id).build()).toList());
    CertificateAuthority root = CertificateAuthority.create("Example Root CA", Connections.AT);
    CertificateAuthority issuing = root.intermediate("Example Issuing CA");
    trustAnchors =
        TrustAnchors.of(root.certificate())
            .withRevocationStatus(RevocationStatus.ofCrls(List.of(issuing.crl(), root.crl())));
    certificates = certificates(issuing);
  }

  /** One in eight is of an unknown authority, one in eight has expired. */
  private List<PresentedCertificate> certificates(CertificateAuthority issuing) {
    CertificateAuthority unknown = CertificateAuthority.create("Unknown Root CA", Connections.AT);
    SplittableRandom random = new SplittableRandom(-1);
    List<PresentedCertificate> all = new ArrayList<>();
    for (int i = 0; i < CERTIFICATES; i++) {
      CertificateTemplate sound =
          CertificateTemplate.forHost(
              names.presented(random, names.tenant(random)),
              names.presented(random, names.tenant(random)));
      CertificateAuthority issuer = i % 8 == 0 ? unknown : issuing;
      CertificateTemplate template = i % 8 == 1 ? sound.expired() : sound;
      all.add(PresentedCertificate.of(issuer.issueWithoutStatus(template).chain()));
    }
    return all;
  }

  TenantDirectory directory() {
    return directory;
  }

  AttributionEngine engine() {
    return AttributionEngine.builder(directory).trustAnchors(trustAnchors).build();
  }

  /** What judges certificates as the engine does, but shares nothing with it. */
  CertificateEvaluator evaluator() {
    return new CertificateEvaluator(trustAnchors, Readings.defaults());
  }

  /** Half of what it says concerns one and the same tenant. */
  SimulatedConnection connection(SplittableRandom random) {
    int tenant = names.tenant(random);
    SimulatedConnection.Builder connection =
        SimulatedConnection.builder()
            .sourceIp(random.nextInt(50) == 0 ? "2001:db8::1" : names.source(random, tenant))
            .tls(random.nextInt(10) > 0)
            .mailFrom(random.nextInt(20) == 0 ? "<>" : names.address(random, tenant))
            .rcptTo(names.address(random, tenant))
            .at(Connections.AT);
    if (random.nextInt(4) == 0) {
      connection.forest(SoakNames.forest(random));
    }
    return random.nextInt(3) == 0
        ? connection.build()
        : connection.presentedCertificate(certificate(random)).build();
  }

  private PresentedCertificate certificate(SplittableRandom random) {
    return certificates.get(random.nextInt(certificates.size()));
  }
}
