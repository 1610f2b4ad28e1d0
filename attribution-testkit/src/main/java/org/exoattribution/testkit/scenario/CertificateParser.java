package org.exoattribution.testkit.scenario;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.exoattribution.certificate.PemCertificates;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.document.StrictObject;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Chain;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.pki.SyntheticCertificate.Revocation;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Reads {@code certificate}: the description of a synthetic one, or files. The certificates used
 * last are remembered, because a log repeats a few of them thousands of times. Safe for use by
 * several threads, of which one makes a new certificate and the others wait for it.
 */
final class CertificateParser {
  private static final List<String> SYNTHETIC =
      StrictObject.keys(
          "commonName subjectAltNames issuer chain notBefore notAfter revocation"
              + " extendedKeyUsage");
  private static final List<String> FILES = List.of("pem", "crl", "ocsp");
  private static final List<String> KEYS =
      Stream.concat(SYNTHETIC.stream(), FILES.stream()).toList();
  private static final Map<String, Issuer> ISSUERS = byName(Issuer.values());
  private static final Map<String, Chain> CHAINS = byName(Chain.values());
  private static final Map<String, Revocation> REVOCATIONS = byName(Revocation.values());
  private static final Duration DAYS_BEFORE = Duration.ofDays(30);
  private static final Duration DAYS_AFTER = Duration.ofDays(335);
  private static final int REMEMBERED = 5_000;

  /** As {@code self-signed}, in their order. */
  private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    Map<String, E> names = new LinkedHashMap<>();
    for (E value : values) {
      names.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
    }
    return names;
  }

  private final Path baseFolder;
  private final Cache<Object, PresentedCertificate> known =
      CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();
  private volatile boolean usedFiles;

  CertificateParser(Path baseFolder) {
    this.baseFolder = baseFolder;
  }

  /** Whether a certificate was given as PEM, so that trust anchors beyond ours matter. */
  boolean usedFiles() {
    return usedFiles;
  }

  PresentedCertificate parse(Node node, Instant at, boolean isInstantKnown) {
    StrictObject object = new StrictObject(node, "a certificate", KEYS);
    Optional<String> file = object.firstOf(FILES);
    if (file.isEmpty()) {
      return synthetic(object, at.truncatedTo(ChronoUnit.DAYS));
    }
    Optional<String> described = object.firstOf(SYNTHETIC);
    if (described.isPresent()) {
      throw new ScenarioException(
          object.location(),
          "%s and %s in one certificate: expected either files or a description"
              .formatted(Quoted.text(file.get()), Quoted.text(described.get())));
    }
    return fromFiles(object, isInstantKnown);
  }

  /** Counted from the beginning of the day, whose connections share a certificate. */
  private PresentedCertificate synthetic(StrictObject object, Instant day) {
    SyntheticCertificate description = description(object, day);
    if (description.commonName().isEmpty() && description.subjectAltNames().isEmpty()) {
      throw new ScenarioException(
          object.location(),
          "a certificate without names: expected \"commonName\" or \"subjectAltNames\"");
    }
    try {
      return remembered(
          List.of(description, day),
          () -> {
            CertificateBundle bundle = SyntheticPki.shared().issue(description, day);
            return PresentedCertificate.of(bundle.chain())
                .withRevocationStatus(RevocationStatus.ofCrls(bundle.crls()));
          });
    } catch (IllegalArgumentException e) {
      // Here and not where it is made: that may be on behalf of another line.
      throw new ScenarioException(
          object.location(), "certificate: " + ScenarioException.problem(e), e);
    }
  }

  private static SyntheticCertificate description(StrictObject object, Instant day) {
    SyntheticCertificate usual = SyntheticCertificate.nameless();
    return new SyntheticCertificate(
        object.text("commonName"),
        object.read("subjectAltNames", Typed::texts).orElse(List.of()),
        object.oneOf("issuer", ISSUERS).orElse(usual.issuer()),
        object.oneOf("chain", CHAINS).orElse(usual.chain()),
        object.read("notBefore", Typed::instant).or(() -> Optional.of(day.minus(DAYS_BEFORE))),
        object.read("notAfter", Typed::instant).or(() -> Optional.of(day.plus(DAYS_AFTER))),
        object.oneOf("revocation", REVOCATIONS),
        object.read("extendedKeyUsage", Typed::texts).orElse(usual.extendedKeyUsage()));
  }

  private PresentedCertificate fromFiles(StrictObject object, boolean isInstantKnown) {
    usedFiles = true;
    Path pem = Typed.path(object.require("pem", "a file with the chain"), "pem", baseFolder);
    List<Path> crls = paths(object, "crl");
    List<Path> ocsp = paths(object, "ocsp");
    PresentedCertificate certificate =
        remembered(
            List.of(pem, crls, ocsp),
            () -> {
              PresentedCertificate presented = PresentedCertificate.of(certificates(pem));
              RevocationStatus status =
                  new RevocationStatus(
                      crls.stream()
                          .flatMap(file -> read(file, PemCertificates::crls).stream())
                          .toList(),
                      ocsp.stream()
                          .map(file -> read(file, PemCertificates::ocspResponse))
                          .toList());
              boolean checked = !crls.isEmpty() || !ocsp.isEmpty();
              return checked ? presented.withRevocationStatus(status) : presented;
            });
    if (!isInstantKnown) {
      throw new ScenarioException(
          object.location(),
          "a certificate in files and no instant to judge it at: expected \"at\", such as"
              + " 2026-11-01T00:00:00Z or now, or the option --at");
    }
    return certificate;
  }

  static List<X509Certificate> certificates(Path file) {
    return read(file, PemCertificates::certificates);
  }

  private static <T> T read(Path file, Function<byte[], T> parse) {
    byte[] bytes = SourceFiles.bytes(file);
    try {
      return parse.apply(bytes);
    } catch (InvalidValueException e) {
      throw new ScenarioException(
          SourceLocation.ofWhole(file.toString()), ScenarioException.problem(e), e);
    }
  }

  private List<Path> paths(StrictObject object, String key) {
    return object.get(key).map(Typed::oneOrMore).orElse(List.of()).stream()
        .map(path -> Typed.path(path, key, baseFolder))
        .toList();
  }

  private PresentedCertificate remembered(Object key, Callable<PresentedCertificate> make) {
    try {
      return known.get(key, make);
    } catch (UncheckedExecutionException e) {
      throw e.getCause() instanceof RuntimeException refusal ? refusal : e;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
