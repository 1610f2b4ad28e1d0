package org.exoattribution.benchmark;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.pki.CertificateAuthority;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.CertificateTemplate;
import org.exoattribution.testkit.pki.KeyAlgorithm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The first sight of a certificate, its intermediate and their root, beside the verification of
 * their signatures alone. Every time by an evaluator that has seen nothing, of objects parsed
 * afresh: a JDK certificate remembers the key that it was last verified with.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FirstSightBenchmark {
  @Param({"RSA_2048", "P256"})
  public KeyAlgorithm keys;

  /** Whether the CRLs of both issuers come with the chain. */
  @Param({"false", "true"})
  public boolean crls;

  /** Their sets are more than there are sights. */
  private static final int OTHERS = 24;

  private X509Certificate root;
  private List<X509Certificate> others;
  private long sights;
  private EncodedChain chain;
  private SignatureChecks signatures;

  @Setup
  public void issue() throws GeneralSecurityException {
    CertificateBundle bundle = chain(keys, crls);
    root = bundle.trustAnchors().get(0);
    others =
        IntStream.range(0, OTHERS)
            .mapToObj(i -> CertificateAuthority.create("Other Root CA " + i, Connections.AT))
            .map(CertificateAuthority::certificate)
            .toList();
    chain = EncodedChain.of(bundle);
    signatures = SignatureChecks.of(bundle);
  }

  static CertificateBundle chain(KeyAlgorithm keys, boolean crls) {
    CertificateTemplate root = CertificateTemplate.forAuthority("Example Root CA");
    CertificateTemplate issuing = CertificateTemplate.forAuthority("Example Issuing CA");
    CertificateTemplate leaf = CertificateTemplate.forHost("mail.contoso.com");
    CertificateAuthority issuer =
        CertificateAuthority.create(root.withKeyAlgorithm(keys), Connections.AT)
            .intermediate(issuing.withKeyAlgorithm(keys));
    CertificateTemplate template = leaf.withKeyAlgorithm(keys);
    return crls ? issuer.issue(template) : issuer.issueWithoutStatus(template);
  }

  /** Anchors that equal none before, since evaluators of equal ones share what they have seen. */
  TrustAnchors anchors() {
    List<X509Certificate> certificates = new ArrayList<>(List.of(root));
    long which = sights++;
    for (int i = 0; i < others.size(); i++) {
      if ((which >> i & 1) == 1) {
        certificates.add(others.get(i));
      }
    }
    return TrustAnchors.of(certificates);
  }

  /** What one sight takes, made before the time counts. */
  @State(Scope.Thread)
  public static class Sight {
    private CertificateEvaluator evaluator;
    private PresentedCertificate presented;

    @Setup(Level.Invocation)
    public void begin(FirstSightBenchmark benchmark) throws GeneralSecurityException {
      evaluator = new CertificateEvaluator(benchmark.anchors(), Readings.defaults());
      presented = benchmark.chain.parse();
    }
  }

  /** A chain as a TLS session has parsed it. */
  @Benchmark
  public CertificateVerdict evaluate(Sight sight) {
    return sight.evaluator.evaluate(sight.presented, Connections.AT);
  }

  /** The same from the bytes, as a log of connections holds it. */
  @Benchmark
  public CertificateVerdict parseAndEvaluate(Sight sight) throws GeneralSecurityException {
    return sight.evaluator.evaluate(chain.parse(), Connections.AT);
  }

  @Benchmark
  public int signaturesAlone() throws GeneralSecurityException {
    return signatures.run();
  }
}
