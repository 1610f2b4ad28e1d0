package org.exoattribution.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.NoSuchProviderException;
import java.security.Principal;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as the JDK's path validation gets to see it. Its signature is verified by the
 * faster implementation, because the JDK can only be told of providers that the whole platform has.
 * All else is the certificate's own answer, but for what its place on the path takes away.
 */
final class PathCertificate extends X509Certificate {
  private static final long serialVersionUID = 1L;

  /** Where on a path a certificate stands. */
  enum Place {
    /** First: its validity period is rule PKI-2, which is told apart from the path (PKI-3). */
    FIRST,
    /** Between the first and the trust anchor. */
    MIDDLE,
    /** The trust anchor: nobody relies on its signature, which is its own. */
    ANCHOR
  }

  private final X509Certificate certificate;
  private final transient CertificateSignatures signatures;
  private final Place place;

  PathCertificate(X509Certificate certificate, CertificateSignatures signatures, Place place) {
    this.certificate = certificate;
    this.signatures = signatures;
    this.place = place;
  }

  @Override
  public void verify(PublicKey key)
      throws CertificateException, SignatureException, NoSuchProviderException {
    if (place == Place.ANCHOR) {
      return;
    }
    try {
      signatures.verify(certificate, key);
    } catch (CertificateException | SignatureException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new SignatureException(e);
    }
  }

  /** The JDK passes its parameter {@code sigProvider}, which is never set. */
  @Override
  public void verify(PublicKey key, @Nullable String sigProvider)
      throws CertificateException, SignatureException, NoSuchProviderException {
    verify(key);
  }

  @Override
  public void checkValidity(Date date)
      throws CertificateExpiredException, CertificateNotYetValidException {
    if (place != Place.FIRST) {
      certificate.checkValidity(date);
    }
  }

  /** There is no clock here. */
  @Override
  public void checkValidity() {
    throw new UnsupportedOperationException("an instant is needed");
  }

  @Override
  public byte[] getEncoded() throws CertificateEncodingException {
    return certificate.getEncoded();
  }

  @Override
  public PublicKey getPublicKey() {
    return certificate.getPublicKey();
  }

  @Override
  public String toString() {
    return certificate.toString();
  }

  @Override
  public int getVersion() {
    return certificate.getVersion();
  }

  @Override
  public BigInteger getSerialNumber() {
    return certificate.getSerialNumber();
  }

  @Override
  @Deprecated
  public Principal getIssuerDN() {
    return certificate.getIssuerDN();
  }

  @Override
  public X500Principal getIssuerX500Principal() {
    return certificate.getIssuerX500Principal();
  }

  @Override
  @Deprecated
  public Principal getSubjectDN() {
    return certificate.getSubjectDN();
  }

  @Override
  public X500Principal getSubjectX500Principal() {
    return certificate.getSubjectX500Principal();
  }

  @Override
  public Date getNotBefore() {
    return certificate.getNotBefore();
  }

  @Override
  public Date getNotAfter() {
    return certificate.getNotAfter();
  }

  @Override
  public byte[] getTBSCertificate() throws CertificateEncodingException {
    return certificate.getTBSCertificate();
  }

  @Override
  public byte[] getSignature() {
    return certificate.getSignature();
  }

  @Override
  public String getSigAlgName() {
    return certificate.getSigAlgName();
  }

  @Override
  public String getSigAlgOID() {
    return certificate.getSigAlgOID();
  }

  @Override
  public byte @Nullable [] getSigAlgParams() {
    return certificate.getSigAlgParams();
  }

  @Override
  public boolean @Nullable [] getIssuerUniqueID() {
    return certificate.getIssuerUniqueID();
  }

  @Override
  public boolean @Nullable [] getSubjectUniqueID() {
    return certificate.getSubjectUniqueID();
  }

  @Override
  public boolean @Nullable [] getKeyUsage() {
    return certificate.getKeyUsage();
  }

  @Override
  public @Nullable List<String> getExtendedKeyUsage() throws CertificateParsingException {
    return certificate.getExtendedKeyUsage();
  }

  @Override
  public int getBasicConstraints() {
    return certificate.getBasicConstraints();
  }

  @Override
  public @Nullable Collection<List<?>> getSubjectAlternativeNames()
      throws CertificateParsingException {
    return certificate.getSubjectAlternativeNames();
  }

  @Override
  public boolean hasUnsupportedCriticalExtension() {
    return certificate.hasUnsupportedCriticalExtension();
  }

  @Override
  public @Nullable Set<String> getCriticalExtensionOIDs() {
    return certificate.getCriticalExtensionOIDs();
  }

  @Override
  public @Nullable Set<String> getNonCriticalExtensionOIDs() {
    return certificate.getNonCriticalExtensionOIDs();
  }

  @Override
  public byte @Nullable [] getExtensionValue(String oid) {
    return certificate.getExtensionValue(oid);
  }
}
