package org.exoattribution.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.exoattribution.model.OcspResponse;

/** A CA of the tests: a certificate and its key, which sign certificates, CRLs and responses. */
record TestAuthority(X509Certificate certificate, KeyPair keys) {
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  static TestAuthority root(String subject) {
    return selfSigned(TestCertificate.ca(subject));
  }

  static TestAuthority selfSigned(TestCertificate certificate) {
    return new TestAuthority(
        sign(certificate, certificate.subject, signer(certificate.keys)), certificate.keys);
  }

  TestAuthority issueCa(TestCertificate ca) {
    return new TestAuthority(issue(ca), ca.keys);
  }

  X509Certificate issue(TestCertificate certificate) {
    return sign(certificate, subject(), signer(keys));
  }

  X509Certificate issue(TestCertificate certificate, String algorithm) {
    return sign(certificate, subject(), signer(keys, algorithm));
  }

  /** A CRL in force during 2026, as the caller completes it. */
  X509CRL crl(Consumer<Crl> contents) {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(subject(), Date.from(TestCertificate.NOT_BEFORE));
    builder.setNextUpdate(Date.from(TestCertificate.NOT_AFTER));
    contents.accept(new Crl(builder));
    try {
      return new JcaX509CRLConverter().getCRL(builder.build(signer(keys)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An OCSP response about the certificate, in force during 2026, signed by the CA. */
  OcspResponse ocsp(X509Certificate about, CertificateStatus status) {
    return ocsp(about, status, this, TestCertificate.NOT_BEFORE, TestCertificate.NOT_AFTER);
  }

  /** An OCSP response about a certificate of this CA, signed by the responder. */
  OcspResponse ocsp(
      X509Certificate about,
      CertificateStatus status,
      TestAuthority responder,
      Instant thisUpdate,
      Instant nextUpdate) {
    try {
      CertificateID id =
          new CertificateID(
              new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
              new X509CertificateHolder(certificate.getEncoded()),
              about.getSerialNumber());
      BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(responder.subject()));
      builder.addResponse(id, status, Date.from(thisUpdate), Date.from(nextUpdate));
      X509CertificateHolder[] certificates = {
        new X509CertificateHolder(responder.certificate.getEncoded())
      };
      OCSPResp response =
          new OCSPRespBuilder()
              .build(
                  OCSPRespBuilder.SUCCESSFUL,
                  builder.build(signer(responder.keys), certificates, Date.from(thisUpdate)));
      return OcspResponse.ofDer(response.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | OCSPException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private X500Name subject() {
    return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
  }

  /** The encoding of a certificate, however malformed. */
  byte[] issueDer(TestCertificate certificate) {
    try {
      return holder(certificate, subject(), signer(keys)).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Signed by its key as it is, under the name of an algorithm that does not go with it. */
  X509Certificate issueMislabelled(TestCertificate certificate, String algorithm) {
    ContentSigner signer = signer(keys);
    ContentSigner mislabelled =
        new ContentSigner() {
          @Override
          public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
          }

          @Override
          public OutputStream getOutputStream() {
            return signer.getOutputStream();
          }

          @Override
          public byte[] getSignature() {
            return signer.getSignature();
          }
        };
    return sign(certificate, subject(), mislabelled);
  }

  private static X509Certificate sign(
      TestCertificate certificate, X500Name issuer, ContentSigner signer) {
    try {
      return new JcaX509CertificateConverter().getCertificate(holder(certificate, issuer, signer));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509CertificateHolder holder(
      TestCertificate certificate, X500Name issuer, ContentSigner signer) {
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              issuer,
              certificate.serial,
              certificate.notBefore,
              certificate.notAfter,
              certificate.subject,
              SubjectPublicKeyInfo.getInstance(certificate.publicKey().getEncoded()));
      for (Extension extension : certificate.extensions) {
        builder.addExtension(extension);
      }
      return builder.build(signer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ContentSigner signer(KeyPair keys) {
    return signer(
        keys, keys.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
  }

  private static ContentSigner signer(KeyPair keys, String algorithm) {
    try {
      return new JcaContentSignerBuilder(algorithm)
          .setProvider(BOUNCY_CASTLE)
          .build(keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a CRL holds. */
  record Crl(X509v2CRLBuilder builder) {
    Crl valid(String thisUpdate, String nextUpdate) {
      builder.setThisUpdate(Date.from(Instant.parse(thisUpdate)));
      builder.setNextUpdate(Date.from(Instant.parse(nextUpdate)));
      return this;
    }

    Crl revoke(X509Certificate certificate, String at, int reason) {
      BigInteger serial = certificate.getSerialNumber();
      builder.addCRLEntry(serial, Date.from(Instant.parse(at)), reason);
      return this;
    }

    Crl revoke(X509Certificate certificate, String at) {
      return revoke(certificate, at, CRLReason.keyCompromise);
    }

    Crl with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
      try {
        builder.addExtension(extension, critical, value);
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
