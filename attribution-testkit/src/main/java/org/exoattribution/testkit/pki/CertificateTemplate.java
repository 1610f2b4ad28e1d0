package org.exoattribution.testkit.pki;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;

/**
 * What a certificate is to say, before anyone has signed it. Templates never change: every {@code
 * with...} method returns a varied copy, so that one template can serve a whole table of cases. A
 * template may be as wrong as a case needs; an authority signs it all the same.
 */
public final class CertificateTemplate {

  // RFC 5612 sets this enterprise number aside for examples: nobody will ever understand it.
  private static final String UNKNOWN_EXTENSION = "1.3.6.1.4.1.32473.1";
  private static final byte[] DER_NULL = {5, 0};
  private static final Period LEAF_LENGTH = Period.ofDays(365);

  private final SubjectNames names;
  private final Validity validity;
  private final AuthorityLimits limits;
  private final KeySettings settings;
  private final Optional<BigInteger> serialNumber;
  private final List<Extension> extensions;

  private CertificateTemplate(
      SubjectNames names,
      Validity validity,
      AuthorityLimits limits,
      KeySettings settings,
      Optional<BigInteger> serialNumber,
      List<Extension> extensions) {
    this.names = requireNonNull(names, "names");
    this.validity = requireNonNull(validity, "validity");
    this.limits = requireNonNull(limits, "limits");
    this.settings = requireNonNull(settings, "settings");
    this.serialNumber = requireNonNull(serialNumber, "serialNumber");
    this.extensions = List.copyOf(extensions);
  }

  /**
   * A mail server's certificate: the host is the common name and, with the others, a {@code
   * dNSName}; valid from 30 days before to 335 days after the issuing instant; P-256; no authority;
   * key usage {@code digitalSignature}; extended key usage {@code serverAuth} and {@code
   * clientAuth}.
   */
  public static CertificateTemplate forHost(String host, String... others) {
    List<SubjectAltName> altNames =
        Stream.concat(Stream.of(host), Arrays.stream(others)).map(SubjectAltName::dns).toList();
    return new CertificateTemplate(
        new SubjectNames(List.of(host), Optional.empty(), altNames),
        Validity.around(Period.ofDays(30), Period.ofDays(335)),
        AuthorityLimits.of(AuthorityLimits.Role.END_ENTITY),
        KeySettings.of(List.of("digitalSignature"), List.of("serverAuth", "clientAuth")),
        Optional.empty(),
        List.of());
  }

  /**
   * An authority's certificate: a common name alone; valid for ten years either side of the issuing
   * instant; P-256; an authority without path length; key usage {@code keyCertSign} and {@code
   * cRLSign}; no extended key usage.
   */
  public static CertificateTemplate forAuthority(String commonName) {
    return new CertificateTemplate(
        new SubjectNames(
            List.of(requireNonNull(commonName, "commonName")), Optional.empty(), List.of()),
        Validity.around(Period.ofYears(10), Period.ofYears(10)),
        AuthorityLimits.of(AuthorityLimits.Role.AUTHORITY),
        KeySettings.of(List.of("keyCertSign", "cRLSign"), List.of()),
        Optional.empty(),
        List.of());
  }

  /**
   * The certificate of an OCSP responder that the authority delegates to (RFC 6960 4.2.2.2): like
   * {@link #forHost} without alternative names, with extended key usage {@code OCSPSigning} alone,
   * and marked as needing no status of its own.
   */
  public static CertificateTemplate forOcspResponder(String commonName) {
    return forHost(commonName)
        .cnOnly()
        .withExtendedKeyUsage("OCSPSigning")
        .withExtension(
            OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId(), /* critical= */ false, DER_NULL);
  }

  /**
   * The subject's common names, in the order given, as UTF8String and unchanged. Default: the name
   * that the template was made for. None leaves the common name out.
   */
  public CertificateTemplate withCommonName(String... commonNames) {
    return with(names.withCommonNames(List.of(commonNames)));
  }

  /**
   * Leaves the common name out; with no organization either, the subject is empty, which takes at
   * least one alternative name: the JDK reads no certificate without any name.
   */
  public CertificateTemplate withoutCommonName() {
    return withCommonName();
  }

  /** The subject's organization. Default: none. */
  public CertificateTemplate withOrganization(String organization) {
    return with(names.withOrganization(Optional.of(requireNonNull(organization, "organization"))));
  }

  /**
   * The {@code dNSName} entries, and no others; labels beyond ASCII become A-labels. Default: the
   * hosts of {@link #forHost}; for an authority none. None leaves the extension out.
   */
  public CertificateTemplate withDnsNames(String... dnsNames) {
    return with(names.withAltNames(Arrays.stream(dnsNames).map(SubjectAltName::dns).toList()));
  }

  /**
   * The subject alternative names of any kind. Default: see {@link #withDnsNames}. The extension is
   * critical where the subject is empty, as RFC 5280 4.2.1.6 wants it.
   */
  public CertificateTemplate withSubjectAltNames(List<SubjectAltName> altNames) {
    return with(names.withAltNames(altNames));
  }

  /** Adds one subject alternative name to those that are there. */
  public CertificateTemplate plusSubjectAltName(SubjectAltName altName) {
    List<SubjectAltName> more = new ArrayList<>(names.altNames());
    more.add(requireNonNull(altName, "altName"));
    return withSubjectAltNames(more);
  }

  /** The first instant of validity. Default: 30 days (authority: ten years) before issuing. */
  public CertificateTemplate withNotBefore(Instant notBefore) {
    return with(validity.withNotBefore(requireNonNull(notBefore, "notBefore")));
  }

  /** The last instant of validity. Default: 335 days (authority: ten years) after issuing. */
  public CertificateTemplate withNotAfter(Instant notAfter) {
    return with(validity.withNotAfter(requireNonNull(notAfter, "notAfter")));
  }

  /** The kind of the subject's key. Default: {@link KeyAlgorithm#P256}. */
  public CertificateTemplate withKeyAlgorithm(KeyAlgorithm algorithm) {
    return with(settings.withAlgorithm(requireNonNull(algorithm, "algorithm")));
  }

  /**
   * Varies the subject's key: it is derived from seed, algorithm and subject names, and so is the
   * same in every run. Default: 0. Such keys protect nothing; never trust them outside a test.
   */
  public CertificateTemplate withKeySeed(long seed) {
    return with(settings.withSeed(seed));
  }

  /** The digest that the issuer signs with. Default: {@link SignatureDigest#SHA256}. */
  public CertificateTemplate withSignatureDigest(SignatureDigest digest) {
    return with(settings.withDigest(requireNonNull(digest, "digest")));
  }

  /**
   * The key usage, critical, by the names of RFC 5280 4.2.1.3. Default: {@code digitalSignature};
   * for an authority {@code keyCertSign} and {@code cRLSign}. None leaves the extension out.
   */
  public CertificateTemplate withKeyUsage(String... usages) {
    return with(settings.withKeyUsage(List.of(usages)));
  }

  /**
   * The extended key usage: names of RFC 5280 4.2.1.12 such as {@code serverAuth}, or dotted object
   * identifiers. Default: {@code serverAuth} and {@code clientAuth}; for an authority none. None
   * leaves the extension out.
   */
  public CertificateTemplate withExtendedKeyUsage(String... purposes) {
    return with(settings.withExtendedKeyUsage(List.of(purposes)));
  }

  /** Says in basicConstraints whether this is an authority. Default: it is if made as one. */
  public CertificateTemplate withAuthority(boolean authority) {
    return with(
        limits.withRole(
            authority ? AuthorityLimits.Role.AUTHORITY : AuthorityLimits.Role.END_ENTITY));
  }

  /** Leaves basicConstraints out. Default: present and critical. */
  public CertificateTemplate withoutBasicConstraints() {
    return with(limits.withRole(AuthorityLimits.Role.UNSAID));
  }

  /**
   * Makes this an authority with at most so many authorities below it on a path. Default: no limit.
   */
  public CertificateTemplate withPathLength(int length) {
    if (length < 0) {
      throw new IllegalArgumentException(
          "\"" + length + "\" is no path length; expected 0 or more");
    }
    return with(limits.withPathLength(length));
  }

  /** Name constraints, critical: {@code dNSName} must lie in these domains. Default: none. */
  public CertificateTemplate withPermittedDnsNames(String... domains) {
    return with(limits.withPermittedDns(List.of(domains)));
  }

  /** Name constraints, critical: {@code dNSName} must not lie in these domains. Default: none. */
  public CertificateTemplate withExcludedDnsNames(String... domains) {
    return with(limits.withExcludedDns(List.of(domains)));
  }

  /** The serial number. Default: derived from all that the certificate says, hence unique. */
  public CertificateTemplate withSerialNumber(BigInteger number) {
    return new CertificateTemplate(
        names,
        validity,
        limits,
        settings,
        Optional.of(requireNonNull(number, "number")),
        extensions);
  }

  /**
   * Adds an extension, given by object identifier and DER value. Default: none beyond the above.
   */
  public CertificateTemplate withExtension(String oid, boolean critical, byte[] der) {
    ASN1ObjectIdentifier id = ASN1ObjectIdentifier.tryFromID(requireNonNull(oid, "oid"));
    if (id == null) {
      throw new IllegalArgumentException(
          "\"" + oid + "\" names no extension; expected a dotted object identifier");
    }
    List<Extension> more = new ArrayList<>(extensions);
    more.add(new Extension(id, critical, der.clone()));
    return new CertificateTemplate(names, validity, limits, settings, serialNumber, more);
  }

  /** Adds a critical extension that nobody knows, so that nobody may accept the certificate. */
  public CertificateTemplate withUnknownCriticalExtension() {
    return withExtension(UNKNOWN_EXTENSION, /* critical= */ true, DER_NULL);
  }

  /** Valid for a year that ended one day before the issuing instant. */
  public CertificateTemplate expired() {
    return with(Validity.past(LEAF_LENGTH));
  }

  /** Valid for a year that begins one day after the issuing instant. */
  public CertificateTemplate notYetValid() {
    return with(Validity.future(LEAF_LENGTH));
  }

  /** Names in the subject's common name only, as before RFC 2818: no alternative names. */
  public CertificateTemplate cnOnly() {
    return with(names.withAltNames(List.of()));
  }

  /** Names in the alternative names only: the subject is empty. */
  public CertificateTemplate sanOnly() {
    return with(names.withCommonNames(List.of()).withOrganization(Optional.empty()));
  }

  /** Every name's first label becomes an asterisk: {@code *.contoso.com}. */
  public CertificateTemplate wildcard() {
    return with(names.wildcard());
  }

  SubjectNames names() {
    return names;
  }

  Validity validity() {
    return validity;
  }

  AuthorityLimits limits() {
    return limits;
  }

  KeySettings settings() {
    return settings;
  }

  Optional<BigInteger> serialNumber() {
    return serialNumber;
  }

  List<Extension> extensions() {
    return extensions;
  }

  private CertificateTemplate with(SubjectNames changed) {
    return new CertificateTemplate(changed, validity, limits, settings, serialNumber, extensions);
  }

  private CertificateTemplate with(Validity changed) {
    return new CertificateTemplate(names, changed, limits, settings, serialNumber, extensions);
  }

  private CertificateTemplate with(AuthorityLimits changed) {
    return new CertificateTemplate(names, validity, changed, settings, serialNumber, extensions);
  }

  private CertificateTemplate with(KeySettings changed) {
    return new CertificateTemplate(names, validity, limits, changed, serialNumber, extensions);
  }
}
