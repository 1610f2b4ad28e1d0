package org.exoattribution.testkit.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * Key pairs worked out from a text. Making an RSA key takes long, therefore they are remembered for
 * the life of the process.
 */
final class SeededKeys {

  private static final BoundedCache<Seed, KeyPair> MADE = new BoundedCache<>(2_000);

  private SeededKeys() {}

  static KeyPair keyPair(KeyAlgorithm algorithm, String seed) {
    return MADE.get(new Seed(algorithm, seed), SeededKeys::make);
  }

  private static KeyPair make(Seed seed) {
    AsymmetricCipherKeyPair pair =
        seed.algorithm.generate(new SeededRandom(seed.algorithm + "\n" + seed.text));
    try {
      KeyFactory factory =
          KeyFactory.getInstance(seed.algorithm == KeyAlgorithm.P256 ? "EC" : "RSA");
      byte[] publicKey =
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()).getEncoded();
      byte[] privateKey =
          PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()).getEncoded();
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(publicKey)),
          factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the JDK does not read a " + seed.algorithm + " key", e);
    }
  }

  private record Seed(KeyAlgorithm algorithm, String text) {}
}
