package org.exoattribution.testkit.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Whom a certificate is for: the subject's distinguished name and the alternative names. */
record SubjectNames(
    List<String> commonNames, Optional<String> organization, List<SubjectAltName> altNames) {

  SubjectNames {
    commonNames = List.copyOf(commonNames);
    altNames = List.copyOf(altNames);
  }

  SubjectNames withCommonNames(List<String> names) {
    return new SubjectNames(names, organization, altNames);
  }

  SubjectNames withOrganization(Optional<String> name) {
    return new SubjectNames(commonNames, name, altNames);
  }

  SubjectNames withAltNames(List<SubjectAltName> names) {
    return new SubjectNames(commonNames, organization, names);
  }

  SubjectNames wildcard() {
    return new SubjectNames(
        commonNames.stream().map(SubjectNames::wildcard).toList(),
        organization,
        altNames.stream()
            .map(
                name ->
                    name.kind() == SubjectAltName.Kind.DNS_NAME
                        ? SubjectAltName.rawDns(wildcard(name.value()))
                        : name)
            .toList());
  }

  private static String wildcard(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : "*" + host.substring(dot);
  }

  /** The distinguished name; values go in as UTF8String exactly as given, without any escapes. */
  X500Name distinguishedName() {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
    organization.ifPresent(o -> name.addRDN(BCStyle.O, new DERUTF8String(o)));
    commonNames.forEach(cn -> name.addRDN(BCStyle.CN, new DERUTF8String(cn)));
    return name.build();
  }

  boolean isSubjectEmpty() {
    return commonNames.isEmpty() && organization.isEmpty();
  }

  GeneralNames generalNames() {
    return new GeneralNames(
        altNames.stream().map(SubjectAltName::toGeneralName).toArray(GeneralName[]::new));
  }

  /** What the subject's key is derived from. */
  String seed() {
    List<String> parts = new ArrayList<>();
    organization.ifPresent(o -> parts.add("O=" + o));
    commonNames.forEach(cn -> parts.add("CN=" + cn));
    altNames.forEach(name -> parts.add(name.kind() + "=" + name.value()));
    return String.join("\n", parts);
  }
}
