/** Scenario files, synthetic certificates, test support and the command line. */
module org.exoattribution.testkit {
  requires transitive org.exoattribution.core;
  requires transitive org.exoattribution.model;
  requires com.google.common;
  requires java.xml;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.util;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;

  // Only for who reads observations.
  requires static de.siegmar.fastcsv;
  requires static jakarta.mail;

  // Only for the command line.
  requires static com.samskivert.jmustache;
  requires static info.picocli;

  // Only for who uses the assertions, arbitraries or JUnit support.
  requires static transitive net.jqwik.api;
  requires static transitive org.assertj.core;
  requires static transitive org.junit.jupiter.api;

  exports org.exoattribution.testkit.assertj;
  exports org.exoattribution.testkit.cases;
  exports org.exoattribution.testkit.coverage;
  exports org.exoattribution.testkit.design;
  exports org.exoattribution.testkit.export;
  exports org.exoattribution.testkit.jqwik;
  exports org.exoattribution.testkit.junit;
  exports org.exoattribution.testkit.laws;
  exports org.exoattribution.testkit.observation;
  exports org.exoattribution.testkit.pki;
  exports org.exoattribution.testkit.reference;
  exports org.exoattribution.testkit.render;
  exports org.exoattribution.testkit.render.json;
  exports org.exoattribution.testkit.render.yaml;
  exports org.exoattribution.testkit.scenario;
  exports org.exoattribution.testkit.smtp;
  exports org.exoattribution.testkit.schema;
  exports org.exoattribution.testkit.source;

  opens org.exoattribution.testkit.render.json to
      tools.jackson.databind;
  opens org.exoattribution.testkit.cli to
      info.picocli;
}
