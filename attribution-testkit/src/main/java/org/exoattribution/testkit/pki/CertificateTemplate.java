package org.exoattribution.testkit.pki;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
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

  // Set before anybody else sees the template.
  List<String> commonNames = List.of();
  Optional<String> organization = Optional.empty();
  List<SubjectAltName> altNames = List.of();
  Validity validity = Validity.around(Period.ofDays(30), Period.ofDays(335));

  /** What basicConstraints say, if they are there. */
  Optional<Boolean> authority = Optional.of(false);

  OptionalInt pathLength = OptionalInt.empty();
  List<String> permittedDns = List.of();
  List<String> excludedDns = List.of();
  KeyAlgorithm algorithm = KeyAlgorithm.P256;
  long seed;
  SignatureDigest digest = SignatureDigest.SHA256;
  List<String> keyUsage = List.of("digitalSignature");
  List<String> extendedKeyUsage = List.of("serverAuth", "clientAuth");
  Optional<BigInteger> serialNumber = Optional.empty();
  List<Extension> extensions = List.of();

  private CertificateTemplate() {}

  private CertificateTemplate varied(Consumer<CertificateTemplate> change) {
    CertificateTemplate copy = new CertificateTemplate();
    copy.commonNames = commonNames;
    copy.organization = organization;
    copy.altNames = altNames;
    copy.validity = validity;
    copy.authority = authority;
    copy.pathLength = pathLength;
    copy.permittedDns = permittedDns;
    copy.excludedDns = excludedDns;
    copy.algorithm = algorithm;
    copy.seed = seed;
    copy.digest = digest;
    copy.keyUsage = keyUsage;
    copy.extendedKeyUsage = extendedKeyUsage;
    copy.serialNumber = serialNumber;
    copy.extensions = extensions;
    change.accept(copy);
    return copy;
  }

  /**
   * A mail server's certificate: the host is the common name and, with the others, a {@code
   * dNSName}; valid from 30 days before to 335 days after the issuing instant; P-256; no authority;
   * key usage {@code digitalSignature}; extended key usage {@code serverAuth} and {@code
   * clientAuth}.
   */
  public static CertificateTemplate forHost(String host, String... others) {
    return new CertificateTemplate()
        .varied(
            t -> {
              t.commonNames = List.of(Objects.requireNonNull(host, "host"));
              t.altNames =
                  Stream.concat(Stream.of(host), Arrays.stream(others))
                      .map(SubjectAltName::dns)
                      .toList();
            });
  }

  /**
   * An authority's certificate: a common name alone; valid for ten years either side of the issuing
   * instant; P-256; an authority without path length; key usage {@code keyCertSign} and {@code
   * cRLSign}; no extended key usage.
   */
  public static CertificateTemplate forAuthority(String commonName) {
    return new CertificateTemplate()
        .varied(
            t -> {
              t.commonNames = List.of(Objects.requireNonNull(commonName, "commonName"));
              t.validity = Validity.around(Period.ofYears(10), Period.ofYears(10));
              t.authority = Optional.of(true);
              t.keyUsage = List.of("keyCertSign", "cRLSign");
              t.extendedKeyUsage = List.of();
            });
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
  public CertificateTemplate withCommonName(String... changed) {
    return varied(t -> t.commonNames = List.of(changed));
  }

  /**
   * Leaves the common name out; with no organization either, the subject is empty, which takes at
   * least one alternative name: the JDK reads no certificate without any name.
   */
  public CertificateTemplate withoutCommonName() {
    return withCommonName();
  }

  /** The subject's organization. Default: none. */
  public CertificateTemplate withOrganization(String changed) {
    return varied(
        t -> t.organization = Optional.of(Objects.requireNonNull(changed, "organization")));
  }

  /**
   * The {@code dNSName} entries, and no others; labels beyond ASCII become A-labels. Default: the
   * hosts of {@link #forHost}; for an authority none. None leaves the extension out.
   */
  public CertificateTemplate withDnsNames(String... dnsNames) {
    return withSubjectAltNames(Arrays.stream(dnsNames).map(SubjectAltName::dns).toList());
  }

  /**
   * The subject alternative names of any kind. Default: see {@link #withDnsNames}. The extension is
   * critical where the subject is empty, as RFC 5280 4.2.1.6 wants it.
   */
  public CertificateTemplate withSubjectAltNames(List<SubjectAltName> changed) {
    return varied(t -> t.altNames = List.copyOf(changed));
  }

  /** Adds one subject alternative name to those that are there. */
  public CertificateTemplate plusSubjectAltName(SubjectAltName altName) {
    List<SubjectAltName> more = new ArrayList<>(altNames);
    more.add(Objects.requireNonNull(altName, "altName"));
    return withSubjectAltNames(more);
  }

  /** The first instant of validity. Default: 30 days (authority: ten years) before issuing. */
  public CertificateTemplate withNotBefore(Instant notBefore) {
    return with(validity.withNotBefore(Objects.requireNonNull(notBefore, "notBefore")));
  }

  /** The last instant of validity. Default: 335 days (authority: ten years) after issuing. */
  public CertificateTemplate withNotAfter(Instant notAfter) {
    return with(validity.withNotAfter(Objects.requireNonNull(notAfter, "notAfter")));
  }

  /** The kind of the subject's key. Default: {@link KeyAlgorithm#P256}. */
  public CertificateTemplate withKeyAlgorithm(KeyAlgorithm changed) {
    return varied(t -> t.algorithm = Objects.requireNonNull(changed, "algorithm"));
  }

  /**
   * Varies the subject's key: it is derived from seed, algorithm and subject names, and so is the
   * same in every run. Default: 0. Such keys protect nothing; never trust them outside a test.
   */
  public CertificateTemplate withKeySeed(long changed) {
    return varied(t -> t.seed = changed);
  }

  /** The digest that the issuer signs with. Default: {@link SignatureDigest#SHA256}. */
  public CertificateTemplate withSignatureDigest(SignatureDigest changed) {
    return varied(t -> t.digest = Objects.requireNonNull(changed, "digest"));
  }

  /**
   * The key usage, critical, by the names of RFC 5280 4.2.1.3. Default: {@code digitalSignature};
   * for an authority {@code keyCertSign} and {@code cRLSign}. None leaves the extension out.
   */
  public CertificateTemplate withKeyUsage(String... usages) {
    return varied(t -> t.keyUsage = List.of(usages));
  }

  /**
   * The extended key usage: names of RFC 5280 4.2.1.12 such as {@code serverAuth}, or dotted object
   * identifiers. Default: {@code serverAuth} and {@code clientAuth}; for an authority none. None
   * leaves the extension out.
   */
  public CertificateTemplate withExtendedKeyUsage(String... purposes) {
    return varied(t -> t.extendedKeyUsage = List.of(purposes));
  }

  /** Says in basicConstraints whether this is an authority. Default: it is if made as one. */
  public CertificateTemplate withAuthority(boolean changed) {
    return withBasicConstraints(Optional.of(changed), OptionalInt.empty());
  }

  /** Leaves basicConstraints out. Default: present and critical. */
  public CertificateTemplate withoutBasicConstraints() {
    return withBasicConstraints(Optional.empty(), OptionalInt.empty());
  }

  /**
   * Makes this an authority with at most so many authorities below it on a path. Default: no limit.
   */
  public CertificateTemplate withPathLength(int length) {
    if (length < 0) {
      throw new IllegalArgumentException(
          "\"" + length + "\" is no path length; expected 0 or more");
    }
    return withBasicConstraints(Optional.of(true), OptionalInt.of(length));
  }

  /** Name constraints, critical: {@code dNSName} must lie in these domains. Default: none. */
  public CertificateTemplate withPermittedDnsNames(String... domains) {
    return varied(t -> t.permittedDns = List.of(domains));
  }

  /** Name constraints, critical: {@code dNSName} must not lie in these domains. Default: none. */
  public CertificateTemplate withExcludedDnsNames(String... domains) {
    return varied(t -> t.excludedDns = List.of(domains));
  }

  /** The serial number. Default: derived from all that the certificate says, hence unique. */
  public CertificateTemplate withSerialNumber(BigInteger number) {
    return varied(t -> t.serialNumber = Optional.of(Objects.requireNonNull(number, "number")));
  }

  /**
   * Adds an extension, given by object identifier and DER value. Default: none beyond the above.
   */
  public CertificateTemplate withExtension(String oid, boolean critical, byte[] der) {
    ASN1ObjectIdentifier id = ASN1ObjectIdentifier.tryFromID(Objects.requireNonNull(oid, "oid"));
    if (id == null) {
      throw new IllegalArgumentException(
          "\"" + oid + "\" names no extension; expected a dotted object identifier");
    }
    List<Extension> more = new ArrayList<>(extensions);
    more.add(new Extension(id, critical, der.clone()));
    return varied(t -> t.extensions = List.copyOf(more));
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
    return withSubjectAltNames(List.of());
  }

  /** Names in the alternative names only: the subject is empty. */
  public CertificateTemplate sanOnly() {
    return varied(
        t -> {
          t.commonNames = List.of();
          t.organization = Optional.empty();
        });
  }

  /** Every name's first label becomes an asterisk: {@code *.contoso.com}. */
  public CertificateTemplate wildcard() {
    return varied(
        t -> {
          t.commonNames = commonNames.stream().map(CertificateTemplate::wildcard).toList();
          t.altNames =
              altNames.stream()
                  .map(
                      name ->
                          name.kind() == SubjectAltName.Kind.DNS_NAME
                              ? SubjectAltName.rawDns(wildcard(name.value()))
                              : name)
                  .toList();
        });
  }

  private static String wildcard(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : "*" + host.substring(dot);
  }

  private CertificateTemplate with(Validity changed) {
    return varied(t -> t.validity = changed);
  }

  private CertificateTemplate withBasicConstraints(Optional<Boolean> changed, OptionalInt length) {
    return varied(
        t -> {
          t.authority = changed;
          t.pathLength = length;
        });
  }

  boolean isSubjectEmpty() {
    return commonNames.isEmpty() && organization.isEmpty();
  }

  /** The distinguished name; values go in as UTF8String exactly as given, without any escapes. */
  X500Name distinguishedName() {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
    organization.ifPresent(o -> name.addRDN(BCStyle.O, new DERUTF8String(o)));
    commonNames.forEach(cn -> name.addRDN(BCStyle.CN, new DERUTF8String(cn)));
    return name.build();
  }

  /** The subject's key, which depends on seed, algorithm and names alone. */
  KeyPair keys() {
    List<String> parts = new ArrayList<>(List.of(Long.toString(seed)));
    organization.ifPresent(o -> parts.add("O=" + o));
    commonNames.forEach(cn -> parts.add("CN=" + cn));
    altNames.forEach(name -> parts.add(name.kind() + "=" + name.value()));
    return SeededKeys.keyPair(algorithm, String.join("\n", parts));
  }
}
