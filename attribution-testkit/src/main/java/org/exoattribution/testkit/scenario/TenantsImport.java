package org.exoattribution.testkit.scenario;

import org.exoattribution.model.TenantDirectory;

/**
 * Tenants as they were read.
 *
 * @param directory the tenants
 * @param report what could not be honoured
 */
public record TenantsImport(TenantDirectory directory, ImportReport report) {}
