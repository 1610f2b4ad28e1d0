package org.exoattribution.testkit.mutation;

import java.util.List;
import java.util.Map;
import org.exoattribution.model.Reading;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.TenantDirectory;

/**
 * A world in which no class of the engine occurs, so that engines of several class loaders can be
 * asked about the same one. Public, because a class of another loader reads it.
 *
 * @param directory the tenants
 * @param ruleSet the key of the rules
 * @param readings the name of each reading's value
 * @param transactions what was drawn from the directory
 */
public record PlainWorld(
    TenantDirectory directory,
    String ruleSet,
    Map<Reading, String> readings,
    List<SimulatedTransaction> transactions) {}
