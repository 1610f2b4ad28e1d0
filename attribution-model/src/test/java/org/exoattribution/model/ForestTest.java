package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForestTest {

  @ParameterizedTest
  @CsvSource({
    "eurprd04, eurprd04",
    "NAMPRD09, namprd09",
    "eurprd04.prod.outlook.com, eurprd04",
    "NAMPR09A006.PROD.OUTLOOK.COM, namprd09",
    "EURPR04A001, eurprd04",
    "GBRP265A001.PROD.OUTLOOK.COM, gbrp265",
    "gbrp265, gbrp265",
  })
  void names_and_accounts_forests_mean_one_forest(String text, String name) {
    assertThat(Forest.parse(text)).isEqualTo(new Forest(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "eur prd", "eurprd04.example.com", "-eur", ".prod.outlook.com"})
  void anything_else_is_refused(String text) {
    assertRefused(
        () -> Forest.parse(text),
        "\"" + text + "\" is not a forest: expected a name such as eurprd04");
  }

  @Test
  void a_tenant_is_outside_a_forest_if_it_is_known_to_be_in_another() {
    Tenant tenant = Tenant.builder("contoso").forest("eurprd04").build();

    assertThat(tenant.isOutside(new Forest("namprd09"))).isTrue();
    assertThat(tenant.isOutside(new Forest("EURPRD04"))).isFalse();
    assertThat(Tenant.builder("fabrikam").build().isOutside(new Forest("namprd09"))).isFalse();
  }
}
