package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.certificate.TestJudgement.outcome;
import static org.exoattribution.certificate.TestJudgement.test;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.Readings.CertificateTrust;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Test;

/** PKI-2, PKI-3 and PKI-4: validity, path and trust. */
class CertificatePathTest {
  private static final TestAuthority ROOT = TestAuthority.root("CN=Contoso Root");
  private static final TestAuthority OTHER_ROOT = TestAuthority.root("CN=Fabrikam Root");
  private static final TestAuthority ISSUING =
      ROOT.issueCa(TestCertificate.ca("CN=Contoso Issuing CA"));
  private static final X509Certificate LEAF =
      ISSUING.issue(TestCertificate.of("CN=mail.contoso.com").dnsNames("mail.contoso.com"));

  @Test
  void a_chain_to_a_trust_anchor_is_accepted_with_its_path() {
    CertificateVerdict verdict =
        TestJudgement.of(LEAF, ISSUING.certificate()).trusting(ROOT).isAccepted();

    assertThat(verdict.path()).containsExactly(LEAF, ISSUING.certificate(), ROOT.certificate());
    assertThat(verdict.tests())
        .extracting(test -> test.rule())
        .containsExactly(RuleId.PKI_2, RuleId.PKI_3, RuleId.PKI_4, RuleId.PKI_5, RuleId.PKI_6);
  }

  @Test
  void the_root_may_be_presented_and_others_too_in_any_order_and_twice() {
    TestJudgement.of(
            LEAF,
            OTHER_ROOT.certificate(),
            ROOT.certificate(),
            ISSUING.certificate(),
            ISSUING.certificate(),
            LEAF)
        .trusting(ROOT)
        .isAccepted();
  }

  @Test
  void both_bounds_belong_to_the_validity_period_to_the_end_of_their_second() {
    TestJudgement judgement = TestJudgement.of(LEAF).trusting(ISSUING).with(CertificateTrust.ANY);

    judgement.at("2026-01-01T00:00:00Z").isAccepted();
    judgement.at("2027-01-01T00:00:00.999Z").isAccepted();
    judgement
        .at("2025-12-31T23:59:59.999Z")
        .isRefused(RuleId.PKI_2, "not valid before 2026-01-01T00:00:00Z: CN=mail.contoso.com");
    judgement
        .at("2027-01-01T00:00:01Z")
        .isRefused(
            RuleId.PKI_2,
            "expired 2027-01-01T00:00:00Z: CN=mail.contoso.com, issued by CN=Contoso Issuing CA");
  }

  @Test
  void an_expired_leaf_of_a_good_path_fails_PKI_2_alone() {
    X509Certificate expired =
        ISSUING.issue(
            TestCertificate.of("CN=mail.contoso.com")
                .valid("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));

    CertificateVerdict verdict =
        TestJudgement.of(expired, ISSUING.certificate())
            .trusting(ROOT)
            .isRefused(RuleId.PKI_2, "expired 2026-02-01T00:00:00Z");

    assertThat(outcome(verdict, RuleId.PKI_3)).isEqualTo(Outcome.MATCHED);
  }

  @Test
  void a_missing_intermediate_is_no_path_although_its_issuer_is_trusted() {
    CertificateVerdict verdict =
        TestJudgement.of(LEAF)
            .trusting(ROOT)
            .isRefused(
                RuleId.PKI_3,
                "no path: the issuer CN=Contoso Issuing CA of the presented leaf was not presented"
                    + " and is no trust anchor");

    assertThat(outcome(verdict, RuleId.PKI_4)).isEqualTo(Outcome.NOT_REACHED);
    assertThat(outcome(verdict, RuleId.PKI_5)).isEqualTo(Outcome.NOT_REACHED);
    assertThat(verdict.path()).isEmpty();
    assertThat(verdict.names()).hasToString("[mail.contoso.com]");
  }

  @Test
  void a_self_signed_leaf_fails_PKI_4_unless_it_is_a_trust_anchor() {
    X509Certificate selfSigned = TestCertificate.of("CN=gateway.contoso.com").selfSigned();

    CertificateVerdict verdict =
        TestJudgement.of(selfSigned)
            .trusting(ROOT)
            .isRefused(RuleId.PKI_4, "self-signed: CN=gateway.contoso.com");

    assertThat(outcome(verdict, RuleId.PKI_3)).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(
            test(
                    TestJudgement.of(selfSigned).trusting(TrustAnchors.of(selfSigned)).isAccepted(),
                    RuleId.PKI_3)
                .actual())
        .startsWith("the leaf itself is a trust anchor");
  }

  @Test
  void a_presented_root_that_is_no_trust_anchor_fails_PKI_4() {
    CertificateVerdict verdict =
        TestJudgement.of(LEAF, ISSUING.certificate(), ROOT.certificate())
            .trusting(OTHER_ROOT)
            .isRefused(RuleId.PKI_4, "unknown CA: CN=Contoso Root is self-signed");

    assertThat(outcome(verdict, RuleId.PKI_3)).isEqualTo(Outcome.MATCHED);
  }

  @Test
  void a_CA_of_the_right_name_that_did_not_sign_is_no_issuer() {
    TestAuthority namesake = ROOT.issueCa(TestCertificate.ca("CN=Contoso Issuing CA"));

    TestJudgement.of(LEAF, namesake.certificate())
        .trusting(ROOT)
        .isRefused(
            RuleId.PKI_3, "CN=Contoso Issuing CA of the presented leaf is there, but did not");
  }

  @Test
  void a_cross_signed_CA_is_followed_to_the_root_that_is_trusted() {
    X509Certificate crossSigned =
        OTHER_ROOT.issue(TestCertificate.ca("CN=Contoso Root").keys(ROOT.keys()));

    TestJudgement.of(LEAF, ROOT.certificate(), crossSigned, ISSUING.certificate())
        .trusting(OTHER_ROOT)
        .isAccepted();
  }

  @Test
  void an_expired_intermediate_is_refused_unless_there_is_a_valid_one() {
    TestCertificate old =
        TestCertificate.ca("CN=Contoso Issuing CA")
            .keys(ISSUING.keys())
            .valid("2025-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
    X509Certificate expired = ROOT.issue(old);

    TestJudgement.of(LEAF, expired)
        .trusting(ROOT)
        .isRefused(
            RuleId.PKI_3,
            "expired 2026-02-01T00:00:00Z: CN=Contoso Issuing CA, issued by CN=Contoso Root");
    TestJudgement.of(LEAF, expired, ISSUING.certificate()).trusting(ROOT).isAccepted();
  }

  @Test
  void an_intermediate_may_be_the_trust_anchor() {
    assertThat(TestJudgement.of(LEAF).trusting(ISSUING).isAccepted().path())
        .containsExactly(LEAF, ISSUING.certificate());
  }

  @Test
  void a_path_longer_than_the_root_allows_is_refused() {
    TestAuthority strict =
        TestAuthority.selfSigned(
            TestCertificate.ca("CN=Strict Root")
                .with(Extension.basicConstraints, true, new BasicConstraints(0)));
    TestAuthority below = strict.issueCa(TestCertificate.ca("CN=Below"));
    X509Certificate leaf = below.issue(TestCertificate.of("CN=mail.contoso.com"));

    TestJudgement.of(leaf, below.certificate())
        .trusting(strict)
        .isRefused(RuleId.PKI_3, "the path length that a CA allows is exceeded");
    TestJudgement.of(strict.issue(TestCertificate.of("CN=mail.contoso.com")))
        .trusting(strict)
        .isAccepted();
  }

  @Test
  void name_constraints_hold_those_of_the_trust_anchor_too() {
    TestAuthority constrained =
        TestAuthority.selfSigned(
            TestCertificate.ca("CN=Constrained Root")
                .with(Extension.nameConstraints, true, permitted("contoso.com")));

    TestJudgement.of(
            constrained.issue(TestCertificate.of("O=Contoso").dnsNames("mail.contoso.com")))
        .trusting(constrained)
        .isAccepted();
    TestJudgement.of(
            constrained.issue(TestCertificate.of("O=Contoso").dnsNames("mail.fabrikam.com")))
        .trusting(constrained)
        .isRefused(RuleId.PKI_3, "the name constraints of a CA are violated");
    TestJudgement.of(constrained.issue(TestCertificate.of("CN=mail.fabrikam.com")))
        .trusting(constrained)
        .isRefused(RuleId.PKI_3, "the name constraints of a CA are violated");
  }

  @Test
  void an_issuer_that_is_not_a_CA_is_refused() {
    TestAuthority noBasicConstraints =
        ROOT.issueCa(TestCertificate.ca("CN=No CA").without(Extension.basicConstraints));
    TestAuthority noCertificateSigning =
        ROOT.issueCa(TestCertificate.ca("CN=No CA").keyUsage(KeyUsage.digitalSignature));

    TestJudgement.of(
            noBasicConstraints.issue(TestCertificate.of("CN=mail.contoso.com")),
            noBasicConstraints.certificate())
        .trusting(ROOT)
        .isRefused(RuleId.PKI_3, "the issuer is not a CA");
    TestJudgement.of(
            noCertificateSigning.issue(TestCertificate.of("CN=mail.contoso.com")),
            noCertificateSigning.certificate())
        .trusting(ROOT)
        .isRefused(RuleId.PKI_3, "key usage does not allow it to sign certificates");
  }

  @Test
  void an_unknown_critical_extension_is_refused() {
    X509Certificate odd =
        ROOT.issue(
            TestCertificate.of("CN=mail.contoso.com")
                .with(new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"), true, DERNull.INSTANCE));

    TestJudgement.of(odd)
        .trusting(ROOT)
        .isRefused(RuleId.PKI_3, "a critical extension is unknown, one of [1.3.6.1.4.1.55555.1]");
  }

  @Test
  void weak_signatures_and_keys_are_refused() {
    TestJudgement.of(ROOT.issue(TestCertificate.of("CN=mail.contoso.com"), "SHA1withECDSA"))
        .trusting(ROOT)
        .isRefused(RuleId.PKI_3, "is signed over a weak SHA-1 digest");

    KeyPair shortKey = TestCertificate.keyPairs("RSA", 1024).generateKeyPair();
    TestJudgement.of(ROOT.issue(TestCertificate.of("CN=mail.contoso.com").keys(shortKey)))
        .trusting(ROOT)
        .isRefused(RuleId.PKI_3, "has a weak key, RSA of 1024 bits");

    TestAuthority rsa =
        TestAuthority.selfSigned(
            TestCertificate.ca("CN=RSA Root")
                .keys(TestCertificate.keyPairs("RSA", 2048).generateKeyPair()));
    TestJudgement.of(rsa.issue(TestCertificate.of("CN=mail.contoso.com"), "MD5withRSA"))
        .trusting(rsa)
        .isRefused(RuleId.PKI_3, "weak MD5 digest");
    TestJudgement.of(rsa.issue(TestCertificate.of("CN=mail.contoso.com"), "SHA256withRSAandMGF1"))
        .trusting(rsa)
        .isAccepted();
  }

  @Test
  void a_signature_under_the_name_of_another_algorithm_is_none() {
    TestJudgement.of(
            ROOT.issueMislabelled(TestCertificate.of("CN=mail.contoso.com"), "SHA256withRSA"))
        .trusting(ROOT)
        .isRefused(RuleId.PKI_3, "did not sign it");
  }

  @Test
  void signatures_over_digests_of_every_length_are_verified() {
    for (String digest : List.of("SHA224", "SHA256", "SHA384", "SHA512", "SHA3-256")) {
      TestJudgement.of(ROOT.issue(TestCertificate.of("CN=mail.contoso.com"), digest + "withECDSA"))
          .trusting(ROOT)
          .isAccepted();
    }
  }

  @Test
  void a_leaf_that_is_a_CA_is_a_leaf_all_the_same() {
    TestJudgement.of(ISSUING.certificate()).trusting(ROOT).isAccepted();
  }

  @Test
  void the_search_gives_up_on_a_hostile_chain() {
    List<X509Certificate> chain = new ArrayList<>();
    TestAuthority authority = ROOT;
    for (int i = 0; i < 20; i++) {
      authority = authority.issueCa(TestCertificate.ca("CN=CA " + i));
      chain.add(authority.certificate());
    }
    chain.add(0, authority.issue(TestCertificate.of("CN=mail.contoso.com")));

    TestJudgement.of(chain)
        .trusting(ROOT)
        .isRefused(RuleId.PKI_3, "gave up: the path has more than 12 certificates");
  }

  @Test
  void with_trust_ANY_neither_path_nor_trust_is_asked_for() {
    CertificateVerdict verdict = TestJudgement.of(LEAF).with(CertificateTrust.ANY).isAccepted();

    assertThat(outcome(verdict, RuleId.PKI_3)).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(outcome(verdict, RuleId.PKI_4)).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(verdict.path()).isEmpty();
  }

  @Property(tries = 50)
  void the_order_of_what_is_presented_after_the_leaf_makes_no_difference(@ForAll long seed) {
    TestAuthority newer =
        new TestAuthority(
            OTHER_ROOT.issue(
                TestCertificate.ca("CN=Contoso Issuing CA")
                    .keys(ISSUING.keys())
                    .serialNumber(BigInteger.valueOf(77))),
            ISSUING.keys());
    List<X509Certificate> extras =
        new ArrayList<>(
            List.of(
                ISSUING.certificate(),
                newer.certificate(),
                ROOT.certificate(),
                OTHER_ROOT.certificate(),
                ISSUING.certificate()));
    extras.add(0, LEAF);
    List<X509Certificate> shuffled = new ArrayList<>(extras);
    Collections.shuffle(shuffled.subList(1, shuffled.size()), new Random(seed));

    assertThat(TestJudgement.of(shuffled).trusting(ROOT).isAccepted().path())
        .containsExactly(LEAF, ISSUING.certificate(), ROOT.certificate());
    assertThat(TestJudgement.of(shuffled).isRefused(RuleId.PKI_4, "unknown CA"))
        .isEqualTo(TestJudgement.of(extras).verdict());
  }

  private static NameConstraints permitted(String domain) {
    return new NameConstraints(
        new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain))},
        null);
  }
}
