package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OcspResponse;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a stranger may present to keep a judge busy is refused in a bounded time. The build runs it
 * in 256 MB.
 */
@Tag("hostile")
class HostileCertificatesTest {
  /** The work is bounded to about half a second of a processor; the rest is for a slower one. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final TestAuthority ROOT = TestAuthority.root("CN=Contoso Root");

  @Test
  void a_tree_of_mapped_policies_is_not_grown() {
    refused("certificate policies", chain(8, i -> policies(6, true)));
    refused("certificate policies", chain(10, i -> policies(9, true)));
  }

  @Test
  void thousands_of_policies_are_not_compared() {
    refused("certificate policies", chain(8, i -> policies(5_000, false)));
  }

  @Test
  void a_handful_of_mapped_policies_is_fine() {
    TestAuthority root = TestAuthority.root("CN=Bridge");
    TestAuthority issuing = root.issueCa(policies(3, true).apply("CN=Issuing CA"));

    TestJudgement.of(
            issuing.issue(policies(3, false).apply("CN=mail.contoso.com")), issuing.certificate())
        .trusting(root)
        .isAccepted();
  }

  @Test
  void a_key_of_a_size_that_nobody_has_in_earnest_is_not_tried() {
    for (int bits : new int[] {1_024, 16_384}) {
      List<X509Certificate> chain = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        chain.add(forged("CN=DSA " + i, "CN=DSA " + (i + 1), dsa(bits)));
      }
      refused("DSA of " + bits + " bits", chain);
    }
    X509Certificate exponent =
        forged(
            "CN=Large Exponent",
            "CN=Large Exponent",
            rsa(BigInteger.ONE.shiftLeft(2_047).setBit(0), BigInteger.ONE.shiftLeft(64).setBit(0)));
    refused(
        "RSA with an exponent of 65 bits",
        List.of(forged("CN=mail.contoso.com", "CN=Large Exponent", dsa(2_048)), exponent));
  }

  @Test
  void a_response_of_many_entries_and_certificates_has_one_signer() throws Exception {
    X509Certificate leaf = ROOT.issue(TestCertificate.of("CN=mail.contoso.com"));

    refusedWith(ocsp(leaf, 100, 100), leaf, "is signed by nobody whom the CA entitled to it");
    refusedWith(ocsp(leaf, 1_000, 300), leaf, "is signed by nobody whom the CA entitled to it");
  }

  private static void refusedWith(OcspResponse response, X509Certificate leaf, String text) {
    within(
        () -> TestJudgement.of(leaf).trusting(ROOT).with(response).isRefused(RuleId.PKI_5, text));
  }

  @Test
  void name_constraints_are_bounded_by_their_length() {
    GeneralName longName = new GeneralName(name(1_000, BCStyle.OU));
    refused(
        "name constraints",
        constrained(Collections.nCopies(300, longName), TestCertificate.of("CN=mail.contoso.com")));
    refused(
        "name constraints",
        constrained(
            IntStream.range(0, 3_000)
                .mapToObj(i -> new GeneralName(GeneralName.rfc822Name, "h" + i + ".contoso.com"))
                .toList(),
            TestCertificate.of("CN=mail.contoso.com")));
    refused(
        "name constraints",
        constrained(
            IntStream.range(0, 500)
                .mapToObj(i -> new GeneralName(GeneralName.rfc822Name, "h" + i + ".contoso.com"))
                .toList(),
            TestCertificate.of(name(3_000, BCStyle.EmailAddress))));
  }

  @Test
  void a_certificate_of_megabytes_is_not_read() {
    byte[] der = new byte[2 << 20];
    System.arraycopy(new byte[] {0x30, (byte) 0x83, 0x1f, (byte) 0xff, (byte) 0xfb}, 0, der, 0, 5);

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PemCertificates.certificates(der))
        .withMessageContaining("2097152 bytes are more than 1048576");
  }

  /** 2^14 names of one hash, put together from texts that have one. */
  @Test
  void names_that_have_one_hash_are_told_apart_quickly() {
    List<String> labels = List.of("");
    for (int i = 0; i < 14; i++) {
      labels = labels.stream().flatMap(l -> Stream.of(l + "0c", l + "na")).toList();
    }
    X509Certificate leaf =
        ROOT.issue(TestCertificate.of("O=Contoso").dnsNames(labels.toArray(new String[0])));

    within(() -> assertThat(CertificateNames.of(leaf)).hasSize(1 << 14));
  }

  @Test
  void two_hundred_short_constraints_on_as_many_names_are_fine() {
    List<GeneralName> names =
        IntStream.range(0, 200)
            .mapToObj(i -> new GeneralName(GeneralName.dNSName, "h" + i + ".contoso.com"))
            .toList();
    List<X509Certificate> chain =
        constrained(names, TestCertificate.of("CN=h1.contoso.com").dnsNames("h1.contoso.com"));

    TestJudgement.of(chain.get(0)).trusting(TrustAnchors.of(chain.get(1))).isAccepted();
  }

  /** Every CA has certified every other; one of them is certified by the root, too. */
  @Test
  void a_valid_path_behind_a_clique_of_cross_signed_CAs_is_found() {
    int size = 16;
    List<TestAuthority> clique = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      clique.add(TestAuthority.root("CN=Clique " + i));
    }
    List<X509Certificate> chain = new ArrayList<>();
    for (TestAuthority issuer : clique) {
      for (TestAuthority subject : clique) {
        String name = subject.certificate().getSubjectX500Principal().getName();
        chain.add(issuer.issue(TestCertificate.ca(name).keys(subject.keys())));
      }
    }
    TestAuthority last = clique.get(size - 1);
    chain.add(ROOT.issue(TestCertificate.ca("CN=Clique " + (size - 1)).keys(last.keys())));
    Collections.shuffle(chain, new Random(2026));
    chain.add(0, clique.get(0).issue(TestCertificate.of("CN=mail.contoso.com")));

    within(() -> TestJudgement.of(chain).trusting(ROOT).isAccepted());
    within(
        () ->
            assertThat(
                    TestJudgement.of(chain)
                        .trusting(TestAuthority.root("CN=Fabrikam Root"))
                        .verdict()
                        .accepted())
                .isFalse());
  }

  /** All have the name of the CA, and none but one its key. */
  @Test
  void a_valid_path_among_look_alikes_is_found() {
    TestAuthority issuing = ROOT.issueCa(TestCertificate.ca("CN=Issuing CA"));
    TestAuthority stranger = TestAuthority.root("CN=Contoso Root");
    List<X509Certificate> chain = new ArrayList<>(List.of(issuing.certificate()));
    for (int i = 0; i < 500; i++) {
      chain.add(
          stranger.issue(
              TestCertificate.ca("CN=Issuing CA")
                  .valid("2026-01-01T00:00:00Z", "2030-01-01T00:00:00Z")));
    }
    chain.add(0, issuing.issue(TestCertificate.of("CN=mail.contoso.com")));

    within(() -> TestJudgement.of(chain).trusting(ROOT).isAccepted());
  }

  @Test
  void so_many_certificates_are_too_much_work() {
    X509Certificate one = ROOT.issue(TestCertificate.of("CN=mail.contoso.com"));

    refused("reading certificates", Collections.nCopies(20_000, one));
  }

  @Test
  void certificates_that_are_large_together_are_not_kept() {
    CertificateEvaluator evaluator =
        new CertificateEvaluator(TrustAnchors.of(ROOT.certificate()), Readings.defaults());

    for (int i = 0; i < 1_000; i++) {
      X509Certificate large =
          ROOT.issue(
              TestCertificate.of("CN=h" + i + ".contoso.com")
                  .keys(ROOT.keys())
                  .with(
                      new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"),
                      false,
                      new DEROctetString(new byte[200_000])));
      PresentedCertificate presented = PresentedCertificate.of(large);

      within(() -> assertThat(evaluator.evaluate(presented, TestJudgement.AT).accepted()).isTrue());
    }
  }

  /** Processor time, since a wall clock on a busy machine tells of others. */
  private static void within(Runnable judgement) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    judgement.run();
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(LIMIT);
  }

  private static void refused(String text, List<X509Certificate> chain) {
    within(
        () -> {
          CertificateVerdict verdict = TestJudgement.of(chain).trusting(ROOT).verdict();

          assertThat(verdict.accepted()).isFalse();
          assertThat(verdict.tests().toString()).contains(text);
        });
  }

  private static List<X509Certificate> chain(
      int length, Function<Integer, Function<String, TestCertificate>> contents) {
    List<X509Certificate> chain = new ArrayList<>();
    TestAuthority authority = TestAuthority.selfSigned(contents.apply(0).apply("CN=Hostile 0"));
    chain.add(authority.certificate());
    for (int i = 1; i < length; i++) {
      authority = authority.issueCa(contents.apply(i).apply("CN=Hostile " + i));
      chain.add(0, authority.certificate());
    }
    return chain;
  }

  /** A CA with so many policies, each mapped to every one. */
  private static Function<String, TestCertificate> policies(int count, boolean mapped) {
    ASN1ObjectIdentifier[] ids =
        IntStream.range(0, count)
            .mapToObj(i -> new ASN1ObjectIdentifier("1.3.6.1.4.1.55555." + (i + 1)))
            .toArray(ASN1ObjectIdentifier[]::new);
    PolicyInformation[] infos = new PolicyInformation[count];
    List<ASN1Encodable> mappings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      infos[i] = new PolicyInformation(ids[i]);
      for (int j = 0; mapped && j < count; j++) {
        mappings.add(new DERSequence(new ASN1Encodable[] {ids[i], ids[j]}));
      }
    }
    return subject -> {
      TestCertificate ca =
          TestCertificate.ca(subject)
              .with(Extension.certificatePolicies, false, new CertificatePolicies(infos));
      return mapped
          ? ca.with(
              Extension.policyMappings,
              false,
              new DERSequence(mappings.toArray(new ASN1Encodable[0])))
          : ca;
    };
  }

  /** The certificate below a CA with these permitted names, and the CA. */
  private static List<X509Certificate> constrained(List<GeneralName> names, TestCertificate leaf) {
    GeneralSubtree[] subtrees =
        names.stream().map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
    TestAuthority ca =
        TestAuthority.selfSigned(
            TestCertificate.ca("CN=Constrained")
                .with(Extension.nameConstraints, true, new NameConstraints(subtrees, null)));
    return List.of(ca.issue(leaf), ca.certificate());
  }

  private static X500Name name(int parts, ASN1ObjectIdentifier kind) {
    X500NameBuilder name = new X500NameBuilder();
    for (int i = 0; i < parts; i++) {
      name.addRDN(kind, kind.equals(BCStyle.EmailAddress) ? "a" + i + "@contoso.com" : "u" + i);
    }
    return name.build();
  }

  private static SubjectPublicKeyInfo dsa(int bits) {
    BigInteger p = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    BigInteger q = BigInteger.ONE.shiftLeft(255).setBit(0);
    try {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(
              X9ObjectIdentifiers.id_dsa,
              new DERSequence(
                  new ASN1Encodable[] {
                    new ASN1Integer(p), new ASN1Integer(q), new ASN1Integer(p.shiftRight(1))
                  })),
          new ASN1Integer(p.shiftRight(2)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) {
    try {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
          new org.bouncycastle.asn1.pkcs.RSAPublicKey(modulus, exponent));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate with this key, signed by nobody who has the issuer's name. */
  private static X509Certificate forged(String subject, String issuer, SubjectPublicKeyInfo key) {
    try {
      KeyPair signing = TestCertificate.keyPairs("EC", 256).generateKeyPair();
      X509CertificateHolder holder =
          new X509v3CertificateBuilder(
                  new X500Name(issuer),
                  BigInteger.ONE,
                  Date.from(TestCertificate.NOT_BEFORE),
                  Date.from(TestCertificate.NOT_AFTER),
                  new X500Name(subject),
                  key)
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .setProvider(new BouncyCastleProvider())
                      .build(signing.getPrivate()));
      return CertificateReading.read(holder.getEncoded());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** So many entries about the certificate, and as many certificates that may have signed them. */
  private static OcspResponse ocsp(X509Certificate about, int entries, int certificates)
      throws Exception {
    CertificateID id =
        new CertificateID(
            new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
            new X509CertificateHolder(ROOT.certificate().getEncoded()),
            about.getSerialNumber());
    BasicOCSPRespBuilder builder =
        new BasicOCSPRespBuilder(new RespID(new X500Name("CN=Responder")));
    for (int i = 0; i < entries; i++) {
      builder.addResponse(
          id,
          CertificateStatus.GOOD,
          Date.from(TestCertificate.NOT_BEFORE),
          Date.from(TestCertificate.NOT_AFTER));
    }
    X509CertificateHolder[] holders = new X509CertificateHolder[certificates];
    for (int i = 0; i < certificates; i++) {
      holders[i] =
          new X509CertificateHolder(
              ROOT.issue(
                      TestCertificate.of("CN=Responder " + i)
                          .extendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                  .getEncoded());
    }
    KeyPair stranger = TestCertificate.keyPairs("EC", 256).generateKeyPair();
    return OcspResponse.ofDer(
        new OCSPRespBuilder()
            .build(
                OCSPRespBuilder.SUCCESSFUL,
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(new BouncyCastleProvider())
                        .build(stranger.getPrivate()),
                    holders,
                    Date.from(TestCertificate.NOT_BEFORE)))
            .getEncoded());
  }
}
