package org.exoattribution.testkit.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;

/** Turns a template into a signed certificate. */
final class CertificateAssembler {

  private final X509v3CertificateBuilder builder;
  private final CertificateTemplate template;

  private CertificateAssembler(X509v3CertificateBuilder builder, CertificateTemplate template) {
    this.builder = builder;
    this.template = template;
  }

  static X509Certificate assemble(
      CertificateTemplate template,
      Instant at,
      PublicKey subjectKey,
      X500Name issuer,
      KeyPair issuerKeys) {
    if (template.isSubjectEmpty() && template.altNames.isEmpty()) {
      throw new IllegalArgumentException(
          "the certificate has no name; expected a common name, an organization or a subject"
              + " alternative name");
    }
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer,
            BigInteger.ONE,
            Validity.time(template.validity.start(at)),
            Validity.time(template.validity.end(at)),
            template.distinguishedName(),
            Der.publicKeyInfo(subjectKey));
    CertificateAssembler assembler = new CertificateAssembler(builder, template);
    try {
      assembler.addExtensions(subjectKey, issuerKeys.getPublic());
      ContentSigner signer = DeterministicSigner.of(issuerKeys.getPrivate(), template.digest);
      builder.setSerialNumber(
          template.serialNumber.orElseGet(() -> assembler.serialFromContent(signer)));
      return Der.certificate(builder.build(signer).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a certificate held in memory has an encoding", e);
    }
  }

  private void addExtensions(PublicKey subjectKey, PublicKey issuerKey) throws IOException {
    BcX509ExtensionUtils identifiers = new BcX509ExtensionUtils();
    add(
        Extension.subjectKeyIdentifier,
        false,
        identifiers.createSubjectKeyIdentifier(Der.publicKeyInfo(subjectKey)));
    add(
        Extension.authorityKeyIdentifier,
        false,
        identifiers.createAuthorityKeyIdentifier(Der.publicKeyInfo(issuerKey)));
    if (template.authority.isPresent()) {
      add(
          Extension.basicConstraints,
          true,
          template.pathLength.isPresent()
              ? new BasicConstraints(template.pathLength.getAsInt())
              : new BasicConstraints(template.authority.get()));
    }
    if (!template.keyUsage.isEmpty()) {
      add(Extension.keyUsage, true, KeyPurposes.keyUsage(template.keyUsage));
    }
    if (!template.extendedKeyUsage.isEmpty()) {
      add(
          Extension.extendedKeyUsage,
          false,
          KeyPurposes.extendedKeyUsage(template.extendedKeyUsage));
    }
    if (!template.permittedDns.isEmpty() || !template.excludedDns.isEmpty()) {
      add(
          Extension.nameConstraints,
          true,
          new NameConstraints(subtrees(template.permittedDns), subtrees(template.excludedDns)));
    }
    if (!template.altNames.isEmpty()) {
      add(
          Extension.subjectAlternativeName,
          template.isSubjectEmpty(),
          new GeneralNames(
              template.altNames.stream()
                  .map(SubjectAltName::toGeneralName)
                  .toArray(GeneralName[]::new)));
    }
    for (Extension extension : template.extensions) {
      builder.addExtension(extension);
    }
  }

  /** Null for none: an empty sequence would be malformed (RFC 5280 4.2.1.10). */
  private static GeneralSubtree @Nullable [] subtrees(List<String> domains) {
    return domains.isEmpty()
        ? null
        : domains.stream()
            .map(domain -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain)))
            .toArray(GeneralSubtree[]::new);
  }

  private void add(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value)
      throws IOException {
    builder.addExtension(oid, critical, value);
  }

  /**
   * A serial number of 127 bits from everything that will be signed: two certificates of an issuer
   * share it only if they are the same certificate.
   */
  private BigInteger serialFromContent(ContentSigner signer) {
    Collector content = new Collector(signer.getAlgorithmIdentifier());
    builder.build(content);
    byte[] hash = SeededRandom.sha256(content.bytes.toByteArray());
    return new BigInteger(1, Arrays.copyOf(hash, 16)).clearBit(127).setBit(126);
  }

  /** Signs nothing, but sees what would be signed. */
  private static final class Collector implements ContentSigner {

    private final AlgorithmIdentifier algorithm;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Collector(AlgorithmIdentifier algorithm) {
      this.algorithm = algorithm;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
      return bytes;
    }

    @Override
    public byte[] getSignature() {
      return new byte[0];
    }
  }
}
