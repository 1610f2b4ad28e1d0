/** The engine, which attributes a connection to a tenant and connector, and what builds on it. */
module org.exoattribution.core {
  requires transitive org.exoattribution.model;
  requires com.google.common;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.util;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports org.exoattribution.analysis;
  exports org.exoattribution.engine;
}
