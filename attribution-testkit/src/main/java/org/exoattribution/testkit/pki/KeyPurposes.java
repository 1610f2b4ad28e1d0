package org.exoattribution.testkit.pki;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The names that RFC 5280 gives to key usages (4.2.1.3) and extended key usages (4.2.1.12). */
final class KeyPurposes {

  private static final Map<String, Integer> USAGES = usages();
  private static final Map<String, KeyPurposeId> PURPOSES = purposes();

  private KeyPurposes() {}

  static KeyUsage keyUsage(List<String> names) {
    int bits = 0;
    for (String name : names) {
      Integer bit = USAGES.get(name);
      if (bit == null) {
        throw new IllegalArgumentException(
            "\"" + name + "\" is no key usage; expected one of " + USAGES.keySet());
      }
      bits |= bit;
    }
    return new KeyUsage(bits);
  }

  static ExtendedKeyUsage extendedKeyUsage(List<String> names) {
    return new ExtendedKeyUsage(
        names.stream().map(KeyPurposes::purpose).toArray(KeyPurposeId[]::new));
  }

  private static KeyPurposeId purpose(String name) {
    KeyPurposeId known = PURPOSES.get(name);
    if (known != null) {
      return known;
    }
    ASN1ObjectIdentifier oid = ASN1ObjectIdentifier.tryFromID(name);
    if (oid == null) {
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" is no extended key usage; expected a dotted object identifier or one of "
              + PURPOSES.keySet());
    }
    return KeyPurposeId.getInstance(oid);
  }

  /** The name of an extended key usage; its object identifier if it has none here. */
  static String nameOf(String objectIdentifier) {
    return PURPOSES.entrySet().stream()
        .filter(purpose -> purpose.getValue().getId().equals(objectIdentifier))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(objectIdentifier);
  }

  private static Map<String, Integer> usages() {
    Map<String, Integer> usages = new LinkedHashMap<>();
    usages.put("digitalSignature", KeyUsage.digitalSignature);
    usages.put("nonRepudiation", KeyUsage.nonRepudiation);
    usages.put("keyEncipherment", KeyUsage.keyEncipherment);
    usages.put("dataEncipherment", KeyUsage.dataEncipherment);
    usages.put("keyAgreement", KeyUsage.keyAgreement);
    usages.put("keyCertSign", KeyUsage.keyCertSign);
    usages.put("cRLSign", KeyUsage.cRLSign);
    usages.put("encipherOnly", KeyUsage.encipherOnly);
    usages.put("decipherOnly", KeyUsage.decipherOnly);
    return usages;
  }

  private static Map<String, KeyPurposeId> purposes() {
    Map<String, KeyPurposeId> purposes = new LinkedHashMap<>();
    purposes.put("serverAuth", KeyPurposeId.id_kp_serverAuth);
    purposes.put("clientAuth", KeyPurposeId.id_kp_clientAuth);
    purposes.put("emailProtection", KeyPurposeId.id_kp_emailProtection);
    purposes.put("codeSigning", KeyPurposeId.id_kp_codeSigning);
    purposes.put("timeStamping", KeyPurposeId.id_kp_timeStamping);
    purposes.put("OCSPSigning", KeyPurposeId.id_kp_OCSPSigning);
    purposes.put("anyExtendedKeyUsage", KeyPurposeId.anyExtendedKeyUsage);
    return purposes;
  }
}
