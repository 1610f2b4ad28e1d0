package org.exoattribution.testkit.export;

import org.exoattribution.model.TenantDirectory;

/**
 * Tenants as they were read.
 *
 * @param directory the tenants
 * @param report what could not be honoured
 * @param locations where they were read
 */
public record TenantsImport(
    TenantDirectory directory, ImportReport report, TenantLocations locations) {}
