package org.exoattribution.testkit.pki;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;

/**
 * What a certificate revocation list is to say (RFC 5280 section 5). Templates never change; every
 * method returns a varied copy.
 */
public final class CrlTemplate {

  /** Which certificates the list claims to speak of. */
  enum Scope {
    ALL_OF_THE_ISSUER,
    ONLY_AUTHORITIES,
    INDIRECT
  }

  record Entry(X509Certificate certificate, CRLReason reason) {}

  private final Validity validity;
  private final List<Entry> entries;
  private final Scope scope;
  private final SignatureDigest digest;

  private CrlTemplate(Validity validity, List<Entry> entries, Scope scope, SignatureDigest digest) {
    this.validity = Objects.requireNonNull(validity, "validity");
    this.entries = List.copyOf(entries);
    this.scope = Objects.requireNonNull(scope, "scope");
    this.digest = Objects.requireNonNull(digest, "digest");
  }

  /**
   * A list without entries, for all certificates of its issuer, from one day before to seven days
   * after the issuing instant.
   */
  public static CrlTemplate empty() {
    return new CrlTemplate(
        Validity.around(Period.ofDays(1), Period.ofDays(7)),
        List.of(),
        Scope.ALL_OF_THE_ISSUER,
        SignatureDigest.SHA256);
  }

  /** Adds a certificate, revoked when the list was made, for a compromised key. */
  public CrlTemplate revoking(X509Certificate certificate) {
    return revoking(certificate, CRLReason.KEY_COMPROMISE);
  }

  /** Adds a certificate, revoked when the list was made. Default: no entries. */
  public CrlTemplate revoking(X509Certificate certificate, CRLReason reason) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(certificate, reason));
    return new CrlTemplate(validity, more, scope, digest);
  }

  /** When the list was made. Default: one day before the issuing instant. */
  public CrlTemplate withThisUpdate(Instant thisUpdate) {
    return new CrlTemplate(validity.withNotBefore(thisUpdate), entries, scope, digest);
  }

  /** When the next list is due. Default: seven days after the issuing instant. */
  public CrlTemplate withNextUpdate(Instant nextUpdate) {
    return new CrlTemplate(validity.withNotAfter(nextUpdate), entries, scope, digest);
  }

  /** The digest of the signature. Default: {@link SignatureDigest#SHA256}. */
  public CrlTemplate withSignatureDigest(SignatureDigest changed) {
    return new CrlTemplate(validity, entries, scope, changed);
  }

  /** A week's list whose successor was due one day before the issuing instant. */
  public CrlTemplate stale() {
    return new CrlTemplate(Validity.past(Period.ofDays(7)), entries, scope, digest);
  }

  /** A week's list that is made only one day after the issuing instant. */
  public CrlTemplate fromTheFuture() {
    return new CrlTemplate(Validity.future(Period.ofDays(7)), entries, scope, digest);
  }

  /** Marked, critically, as a list of authorities' certificates only: it says nothing of leaves. */
  public CrlTemplate onlyAuthorities() {
    return new CrlTemplate(validity, entries, Scope.ONLY_AUTHORITIES, digest);
  }

  /** Marked, critically, as an indirect list, made for certificates of other issuers as well. */
  public CrlTemplate indirect() {
    return new CrlTemplate(validity, entries, Scope.INDIRECT, digest);
  }

  /** The list as an authority of this name signs it with its key. */
  X509CRL signed(Instant at, X500Name issuer, KeyPair keys) {
    Date thisUpdate = validity.startDate(at);
    X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, thisUpdate);
    builder.setNextUpdate(validity.endDate(at));
    try {
      for (Entry entry : entries) {
        builder.addCRLEntry(
            entry.certificate().getSerialNumber(), thisUpdate, entryExtensions(entry, scope));
      }
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new BcX509ExtensionUtils()
              .createAuthorityKeyIdentifier(Der.publicKeyInfo(keys.getPublic())));
      builder.addExtension(
          Extension.cRLNumber, false, new ASN1Integer(validity.start(at).getEpochSecond()));
      if (scope != Scope.ALL_OF_THE_ISSUER) {
        builder.addExtension(Extension.issuingDistributionPoint, true, distributionPoint(scope));
      }
      return Der.crl(builder.build(DeterministicSigner.of(keys.getPrivate(), digest)).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a CRL held in memory has an encoding", e);
    }
  }

  private static Extensions entryExtensions(Entry entry, Scope scope) throws IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.reasonCode,
        false,
        org.bouncycastle.asn1.x509.CRLReason.lookup(code(entry.reason())));
    if (scope == Scope.INDIRECT) {
      X500Name issuer =
          X500Name.getInstance(entry.certificate().getIssuerX500Principal().getEncoded());
      extensions.addExtension(
          Extension.certificateIssuer, true, new GeneralNames(new GeneralName(issuer)));
    }
    return extensions.generate();
  }

  /** The JDK keeps the reasons in the order of their numbers in RFC 5280 5.3.1, 7 included. */
  @SuppressWarnings("EnumOrdinal")
  private static int code(CRLReason reason) {
    return reason.ordinal();
  }

  private static IssuingDistributionPoint distributionPoint(Scope scope) {
    return new IssuingDistributionPoint(
        /* distributionPoint= */ null,
        /* onlyContainsUserCerts= */ false,
        scope == Scope.ONLY_AUTHORITIES,
        /* onlySomeReasons= */ null,
        scope == Scope.INDIRECT,
        /* onlyContainsAttributeCerts= */ false);
  }
}
