/** The values: tenants, connectors, connections and attributions. */
module org.exoattribution.model {
  requires static transitive org.jspecify;

  exports org.exoattribution.model;
}
