package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.exoattribution.model.OcspResponse;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Test;

/** Hostile and odd input is refused, never thrown at the caller, and nothing is fetched. */
class CertificateRobustnessTest {
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final TestAuthority ROOT = TestAuthority.root("CN=Contoso Root");
  private static final X509Certificate LEAF =
      ROOT.issue(
          TestCertificate.of("CN=mail.contoso.com")
              .dnsNames("mail.contoso.com", "*.contoso.com")
              .with(Extension.nameConstraints, false, constraints(2)));
  private static final X509CRL REVOKING = ROOT.crl(crl -> crl.revoke(LEAF, "2026-03-01T00:00:00Z"));
  private static final OcspResponse REVOKED =
      ROOT.ocsp(
          LEAF,
          new RevokedStatus(
              Date.from(Instant.parse("2026-03-01T00:00:00Z")), CRLReason.keyCompromise));

  @Test
  void a_certificate_object_of_another_provider_is_judged_alike() throws Exception {
    X509Certificate foreign = parse(LEAF.getEncoded()).orElseThrow();

    assertThat(foreign.getClass()).isNotEqualTo(LEAF.getClass());
    assertThat(
            TestJudgement.of(foreign)
                .trusting(TrustAnchors.of(parse(ROOT.certificate().getEncoded()).orElseThrow()))
                .isAccepted())
        .isEqualTo(TestJudgement.of(LEAF).trusting(ROOT).verdict());
  }

  @Test
  void a_certificate_that_the_jdk_cannot_read_is_refused() throws Exception {
    TestCertificate malformed =
        TestCertificate.of("CN=mail.contoso.com")
            .with(Extension.subjectAlternativeName, true, DERNull.INSTANCE);
    X509Certificate leaf = parse(ROOT.issueDer(malformed)).orElseThrow();

    CertificateVerdict verdict =
        TestJudgement.of(leaf).trusting(ROOT).isRefused(RuleId.PKI_3, "cannot read the leaf");

    assertThat(verdict.tests())
        .extracting(test -> test.outcome())
        .containsExactly(
            Outcome.NOT_REACHED,
            Outcome.NOT_MATCHED,
            Outcome.NOT_REACHED,
            Outcome.NOT_REACHED,
            Outcome.NOT_REACHED);
    TestJudgement.of(ROOT.issue(TestCertificate.of("CN=mail.contoso.com")), leaf)
        .trusting(ROOT)
        .isAccepted();
  }

  @Property(tries = 500)
  void a_leaf_of_which_a_byte_was_changed_is_refused(
      @ForAll @IntRange(min = 0, max = 5_000) int place, @ForAll byte value) throws Exception {
    byte[] der = changed(LEAF.getEncoded(), place, value);
    Optional<X509Certificate> leaf = parse(der).filter(parsed -> !parsed.equals(LEAF));

    if (leaf.isPresent()) {
      CertificateVerdict verdict = TestJudgement.of(leaf.get()).trusting(ROOT).verdict();
      assertThat(verdict.accepted()).isFalse();
      assertThat(verdict.tests()).hasSize(5);
    }
  }

  @Property(tries = 500)
  void a_list_or_response_of_which_a_byte_was_changed_never_says_that_all_is_well(
      @ForAll @IntRange(min = 0, max = 5_000) int place, @ForAll byte value) throws Exception {
    OcspResponse response = OcspResponse.ofDer(changed(REVOKED.der(), place, value));
    byte[] list = changed(REVOKING.getEncoded(), place, value);

    assertThat(TestJudgement.of(LEAF).trusting(ROOT).with(response).verdict().accepted()).isFalse();
    assertThat(
            TestJudgement.of(LEAF)
                .trusting(ROOT)
                .with(new RevocationStatus(parseCrl(list), List.of()))
                .verdict()
                .accepted())
        .isFalse();
  }

  @Test
  void name_constraints_that_would_take_long_to_compare_are_refused() {
    TestAuthority hostile =
        TestAuthority.selfSigned(
            TestCertificate.ca("CN=Hostile Root")
                .with(Extension.nameConstraints, true, constraints(3_000)));

    TestJudgement.of(hostile.issue(TestCertificate.of("CN=h1.contoso.com")))
        .trusting(hostile)
        .isRefused(
            RuleId.PKI_3,
            "gave up: too much work for one certificate, most of it name constraints");
  }

  @Test
  void nothing_is_fetched_and_no_provider_is_installed() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      GeneralName url =
          new GeneralName(
              GeneralName.uniformResourceIdentifier,
              "http://127.0.0.1:" + server.getLocalPort() + "/");
      TestAuthority absent = ROOT.issueCa(TestCertificate.ca("CN=Not Presented"));
      TestCertificate certificate =
          TestCertificate.of("CN=mail.contoso.com")
              .with(
                  Extension.authorityInfoAccess,
                  false,
                  new AuthorityInformationAccess(
                      new AccessDescription[] {
                        new AccessDescription(AccessDescription.id_ad_caIssuers, url),
                        new AccessDescription(AccessDescription.id_ad_ocsp, url)
                      }))
              .with(
                  Extension.cRLDistributionPoints,
                  false,
                  new CRLDistPoint(
                      new DistributionPoint[] {
                        new DistributionPoint(
                            new DistributionPointName(new GeneralNames(url)), null, null)
                      }));

      TestJudgement.of(absent.issue(certificate))
          .trusting(ROOT)
          .isRefused(RuleId.PKI_3, "CN=Not Presented of the presented leaf was not presented");
      TestJudgement.of(ROOT.issue(certificate))
          .trusting(ROOT)
          .with(RevocationStatus.UNAVAILABLE)
          .isRefused(RuleId.PKI_5, "no CRL or OCSP response covers it");

      server.setSoTimeout(100);
      assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
    }
    assertThat(Security.getProvider(BouncyCastleProvider.PROVIDER_NAME)).isNull();
  }

  private static NameConstraints constraints(int count) {
    GeneralSubtree[] subtrees = new GeneralSubtree[count];
    for (int i = 0; i < count; i++) {
      subtrees[i] =
          new GeneralSubtree(new GeneralName(GeneralName.dNSName, "h" + i + ".contoso.com"));
    }
    return new NameConstraints(subtrees, null);
  }

  private static byte[] changed(byte[] der, int place, byte value) {
    byte[] changed = der.clone();
    int index = place % changed.length;
    changed[index] = changed[index] == value ? (byte) ~value : value;
    return changed;
  }

  /** Bouncy Castle reads much that the JDK does not. */
  private static Optional<X509Certificate> parse(byte[] der) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509", BOUNCY_CASTLE);
    try {
      X509Certificate certificate =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      return Optional.ofNullable(certificate);
    } catch (CertificateException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<X509CRL> parseCrl(byte[] der) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509", BOUNCY_CASTLE);
    try {
      X509CRL crl = (X509CRL) factory.generateCRL(new ByteArrayInputStream(der));
      // An object that cannot be encoded is no value of the model.
      return crl == null || crl.getEncoded().length == 0 ? List.of() : List.of(crl);
    } catch (GeneralSecurityException | RuntimeException e) {
      return List.of();
    }
  }
}
