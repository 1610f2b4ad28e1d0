package org.exoattribution.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate of the tests holds; {@link TestAuthority} issues it. */
final class TestCertificate {
  static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant NOT_AFTER = Instant.parse("2027-01-01T00:00:00Z");

  private static final AtomicLong SERIALS = new AtomicLong(1000);

  final X500Name subject;
  final List<Extension> extensions = new ArrayList<>();
  BigInteger serial = BigInteger.valueOf(SERIALS.incrementAndGet());
  Date notBefore = Date.from(NOT_BEFORE);
  Date notAfter = Date.from(NOT_AFTER);
  KeyPair keys = KEYS.generateKeyPair();

  private static final KeyPairGenerator KEYS = keyPairs("EC", 256);

  private TestCertificate(X500Name subject) {
    this.subject = subject;
  }

  static TestCertificate of(String subject) {
    return new TestCertificate(new X500Name(subject));
  }

  static TestCertificate of(X500Name subject) {
    return new TestCertificate(subject);
  }

  /** A CA without a limit to the path length. */
  static TestCertificate ca(String subject) {
    return of(subject)
        .with(Extension.basicConstraints, true, new BasicConstraints(true))
        .keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  static KeyPairGenerator keyPairs(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  TestCertificate valid(String from, String to) {
    notBefore = Date.from(Instant.parse(from));
    notAfter = Date.from(Instant.parse(to));
    return this;
  }

  TestCertificate serialNumber(BigInteger value) {
    serial = value;
    return this;
  }

  TestCertificate keys(KeyPair value) {
    keys = value;
    return this;
  }

  TestCertificate dnsNames(String... names) {
    return with(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            Arrays.stream(names)
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new)));
  }

  TestCertificate extendedKeyUsage(KeyPurposeId... uses) {
    return with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(uses));
  }

  TestCertificate keyUsage(int bits) {
    return with(Extension.keyUsage, true, new KeyUsage(bits));
  }

  TestCertificate with(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    try {
      return with(new Extension(id, critical, new DEROctetString(value)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the extension, in place of one of the same kind. */
  TestCertificate with(Extension extension) {
    without(extension.getExtnId());
    extensions.add(extension);
    return this;
  }

  TestCertificate without(ASN1ObjectIdentifier id) {
    extensions.removeIf(extension -> extension.getExtnId().equals(id));
    return this;
  }

  PublicKey publicKey() {
    return keys.getPublic();
  }

  X509Certificate selfSigned() {
    return TestAuthority.selfSigned(this).certificate();
  }
}
