package org.exoattribution.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OcspResponse;

/**
 * Reads certificates, CRLs and OCSP responses as people have them: PEM with whatever text stands
 * between the blocks, as {@code openssl s_client -showcerts} prints it, or DER. Blocks of another
 * kind, such as a private key, are passed over. Malformed input is refused with a line that says
 * where; nothing here reads a file.
 */
public final class PemCertificates {
  private static final Set<String> CERTIFICATE = Set.of("CERTIFICATE", "X509 CERTIFICATE");
  private static final Set<String> CRL = Set.of("X509 CRL", "CRL");
  private static final int DER_SEQUENCE = 0x30;

  private PemCertificates() {}

  /**
   * The certificates in their order: a chain is leaf first.
   *
   * @throws InvalidValueException if there is no certificate or one is malformed
   */
  public static List<X509Certificate> certificates(String pem) {
    return read(
        pem,
        CERTIFICATE,
        PemCertificates::certificate,
        "no certificate found: expected PEM, -----BEGIN CERTIFICATE----- and what follows");
  }

  /**
   * The certificates of PEM text, or the one of a DER encoding.
   *
   * @throws InvalidValueException if there is no certificate or one is malformed
   */
  public static List<X509Certificate> certificates(byte[] pemOrDer) {
    return isDer(pemOrDer)
        ? List.of(certificate(pemOrDer, "the DER input"))
        : certificates(text(pemOrDer));
  }

  /**
   * The CRLs of PEM text, or the one of a DER encoding.
   *
   * @throws InvalidValueException if there is no CRL or one is malformed
   */
  public static List<X509CRL> crls(byte[] pemOrDer) {
    return isDer(pemOrDer)
        ? List.of(crl(pemOrDer, "the DER input"))
        : read(
            text(pemOrDer),
            CRL,
            PemCertificates::crl,
            "no CRL found: expected DER, or PEM, -----BEGIN X509 CRL----- and what follows");
  }

  private static <T> List<T> read(
      String pem, Set<String> labels, BiFunction<byte[], String, T> parse, String noneFound) {
    List<T> found =
        PemBlock.read(pem).stream()
            .filter(block -> labels.contains(block.label()))
            .map(block -> parse.apply(block.der(), block.place()))
            .toList();
    if (found.isEmpty()) {
      throw new InvalidValueException(noneFound);
    }
    return found;
  }

  /**
   * The OCSP response with this DER encoding, as {@code openssl ocsp -respout} writes it.
   *
   * @throws InvalidValueException if it is malformed
   */
  public static OcspResponse ocspResponse(byte[] der) {
    Objects.requireNonNull(der, "der");
    try {
      new OCSPResp(der);
      return OcspResponse.ofDer(der);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw malformed("the DER input", "an OCSP response", e);
    }
  }

  private static X509Certificate certificate(byte[] der, String place) {
    try {
      return CertificateReading.read(der);
    } catch (CertificateException | RuntimeException | StackOverflowError e) {
      throw malformed(place, "a certificate", e);
    }
  }

  private static X509CRL crl(byte[] der, String place) {
    try {
      return (X509CRL) CertificateReading.factory().generateCRL(new ByteArrayInputStream(der));
    } catch (CRLException | RuntimeException | StackOverflowError e) {
      throw malformed(place, "a CRL", e);
    }
  }

  private static InvalidValueException malformed(String place, String kind, Throwable cause) {
    return new InvalidValueException(
        place
            + " is not "
            + kind
            + ": expected an X.509 structure in DER ("
            + CertificateTexts.message(cause)
            + ")");
  }

  /** The tag of a sequence is the character 0, but its length is no text: {@code 0 s:CN=} is. */
  private static boolean isDer(byte[] input) {
    return input.length > 1
        && input[0] == DER_SEQUENCE
        && input[1] < ' '
        && !Character.isWhitespace(input[1]);
  }

  /** PEM is ASCII; what stands between the blocks may be anything. */
  private static String text(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1);
  }
}
