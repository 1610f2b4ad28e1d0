/** The engine, which attributes a connection to a tenant and connector, and what builds on it. */
module org.exoattribution.core {
  requires transitive org.exoattribution.model;
  requires com.google.common;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.util;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports org.exoattribution.analysis.advice;
  exports org.exoattribution.analysis.change;
  exports org.exoattribution.analysis.lint;
  exports org.exoattribution.analysis.observation;
  exports org.exoattribution.analysis.rulebook;
  exports org.exoattribution.analysis.search;
  exports org.exoattribution.analysis.sensitivity;
  exports org.exoattribution.certificate;
  exports org.exoattribution.engine;
}
