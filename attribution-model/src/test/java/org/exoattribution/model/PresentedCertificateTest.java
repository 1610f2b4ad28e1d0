package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.exoattribution.model.Certificates.CRL;
import static org.exoattribution.model.Certificates.ISSUER;
import static org.exoattribution.model.Certificates.LEAF;
import static org.exoattribution.model.Differences.assertAllDifferent;
import static org.exoattribution.model.Refusals.assertRefused;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PresentedCertificateTest {
  private static final OcspResponse OCSP = OcspResponse.ofDer(new byte[] {0x30, 0x00});

  @Test
  void the_leaf_comes_first() {
    PresentedCertificate certificate = PresentedCertificate.of(LEAF, ISSUER);

    assertThat(certificate.leaf()).isEqualTo(LEAF);
    assertThat(certificate.chain()).containsExactly(LEAF, ISSUER);
    assertThat(certificate).isEqualTo(PresentedCertificate.of(List.of(LEAF, ISSUER)));
    assertThat(certificate).hasToString("CN=mail.contoso.com, O=Contoso (chain of 2)");
  }

  @Test
  void an_empty_chain_is_refused() {
    assertRefused(
        () -> PresentedCertificate.of(List.of()),
        "an empty list is not a presented certificate: expected the leaf and its intermediates");
  }

  @Test
  void the_chain_does_not_change_with_the_list_it_came_from() {
    List<X509Certificate> chain = new ArrayList<>(List.of(LEAF));
    PresentedCertificate certificate = PresentedCertificate.of(chain);
    chain.add(ISSUER);

    assertThat(certificate.chain()).containsExactly(LEAF);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> certificate.chain().clear());
  }

  @Test
  void equality_is_that_of_the_encoded_content_not_of_the_objects()
      throws GeneralSecurityException {
    X509Certificate sameBytes =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(LEAF.getEncoded()));
    PresentedCertificate certificate = PresentedCertificate.of(LEAF);
    PresentedCertificate twin = PresentedCertificate.of(sameBytes);

    assertThat(twin).isEqualTo(certificate).hasSameHashCodeAs(certificate);
    assertThat(twin.fingerprint()).isEqualTo(certificate.fingerprint()).matches("[0-9a-f]{64}");
  }

  @Test
  void chain_order_and_every_piece_of_revocation_material_tell_certificates_apart() {
    PresentedCertificate certificate = PresentedCertificate.of(LEAF, ISSUER);
    List<PresentedCertificate> different =
        List.of(
            certificate,
            PresentedCertificate.of(LEAF),
            PresentedCertificate.of(ISSUER),
            PresentedCertificate.of(ISSUER, LEAF),
            PresentedCertificate.of(LEAF, ISSUER, ISSUER),
            certificate.withRevocationStatus(RevocationStatus.UNAVAILABLE),
            certificate.withRevocationStatus(RevocationStatus.ofCrls(List.of(CRL))),
            certificate.withRevocationStatus(RevocationStatus.ofCrls(List.of(CRL, CRL))),
            certificate.withRevocationStatus(new RevocationStatus(List.of(), List.of(OCSP))),
            certificate.withRevocationStatus(new RevocationStatus(List.of(CRL), List.of(OCSP))));

    assertAllDifferent(different);
    assertThat(different.stream().map(PresentedCertificate::fingerprint)).doesNotHaveDuplicates();
  }

  @Test
  void the_same_bytes_divided_or_meant_otherwise_are_another_certificate()
      throws GeneralSecurityException {
    assertAllDifferent(
        List.of(
            withOcsp(new byte[] {1, 2, 3}),
            withOcsp(new byte[] {1, 2, 4}),
            withOcsp(new byte[] {1, 2}, new byte[] {3}),
            withOcsp(new byte[] {1}, new byte[] {2, 3}),
            withOcsp(new byte[] {1, 'O', 2, 3}), // the mark of a further response
            withOcsp(new byte[] {}, new byte[] {1, 2, 3}),
            withOcsp(CRL.getEncoded()),
            PresentedCertificate.of(LEAF)
                .withRevocationStatus(RevocationStatus.ofCrls(List.of(CRL)))));
  }

  private static PresentedCertificate withOcsp(byte[]... responses) {
    return PresentedCertificate.of(LEAF)
        .withRevocationStatus(
            new RevocationStatus(
                List.of(), Stream.of(responses).map(OcspResponse::ofDer).toList()));
  }

  @Test
  void revocation_is_unasked_for_until_material_or_its_absence_is_stated() {
    PresentedCertificate certificate = PresentedCertificate.of(LEAF);

    assertThat(certificate.revocationStatus()).isEmpty();
    assertThat(certificate.withRevocationStatus(RevocationStatus.UNAVAILABLE).revocationStatus())
        .contains(RevocationStatus.UNAVAILABLE);
    assertThat(certificate.withRevocationStatus(RevocationStatus.UNAVAILABLE).chain())
        .isEqualTo(certificate.chain());
  }

  @Test
  void the_last_revocation_material_given_counts() {
    RevocationStatus crl = RevocationStatus.ofCrls(List.of(CRL));

    assertThat(
            PresentedCertificate.of(LEAF)
                .withRevocationStatus(RevocationStatus.UNAVAILABLE)
                .withRevocationStatus(crl))
        .isEqualTo(PresentedCertificate.of(LEAF).withRevocationStatus(crl));
  }

  @Test
  void revocation_material_adds_up_in_order() {
    OcspResponse other = OcspResponse.ofDer(new byte[] {0x30, 0x01});
    RevocationStatus together =
        RevocationStatus.ofCrls(List.of(CRL))
            .and(new RevocationStatus(List.of(), List.of(OCSP)))
            .and(new RevocationStatus(List.of(CRL), List.of(other)));

    assertThat(together).isEqualTo(new RevocationStatus(List.of(CRL, CRL), List.of(OCSP, other)));
    assertThat(together.and(RevocationStatus.UNAVAILABLE)).isEqualTo(together);
    assertThat(RevocationStatus.UNAVAILABLE.and(together)).isEqualTo(together);
  }

  @Test
  void an_ocsp_response_is_its_bytes_and_nobody_can_change_them() {
    byte[] der = {0x30, 0x00};
    OcspResponse response = OcspResponse.ofDer(der);
    der[1] = 1;
    response.der()[1] = 1;

    assertThat(response).isEqualTo(OCSP).hasSameHashCodeAs(OCSP);
    assertThat(response).hasToString("OCSP response of 2 bytes");
    assertThat(response).isNotEqualTo(OcspResponse.ofDer(der));
  }
}
