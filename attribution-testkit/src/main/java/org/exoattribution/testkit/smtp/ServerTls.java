package org.exoattribution.testkit.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.CertificateTemplate;
import org.exoattribution.testkit.pki.KeyAlgorithm;

/** The server's side of TLS: its own certificate, and no judgement of the client's. */
final class ServerTls {
  /** What the service still speaks. */
  static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private static final String PASSWORD = "made for this process";

  private ServerTls() {}

  static SSLSocketFactory selfSigned(String host, Instant at) {
    CertificateTemplate template =
        CertificateTemplate.forHost(host)
            .withDnsNames(host, "localhost")
            .withKeyAlgorithm(KeyAlgorithm.RSA_2048)
            .withKeySeed(new SecureRandom().nextLong());
    byte[] store = CertificateBundle.selfSigned(template, at).pkcs12(PASSWORD);
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(new ByteArrayInputStream(store), PASSWORD.toCharArray());
      return with(keys, PASSWORD);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the JDK does not read this PKCS #12 file", e);
    }
  }

  static SSLSocketFactory with(KeyStore keys, String password) throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), new TrustManager[] {new TakesAny()}, null);
    return context.getSocketFactory();
  }

  /**
   * Takes every certificate, because the model judges it. An extended manager, for around others
   * the JDK tests algorithms itself; with no issuers to name, so that no client keeps its
   * certificate back for want of one.
   */
  private static final class TakesAny extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
