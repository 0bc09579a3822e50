import { expect, it } from "vitest";
import { day } from "../agreement/life.fixture.ts";
import { type AlertedLimit, alertKey, limitAlertsOn } from "./limit-alert.ts";

const ending: AlertedLimit = {
  ...{ record: "r", limit: "ngo-expiry", occurrence: "once", due: day("2026-09-30") },
  tellOn: [-180, -90, -30, 0],
};

it.each<[string, string, readonly number[], readonly string[]]>([
  ["the day before the first", "2026-04-02", [], []],
  ["half a year before", "2026-04-03", [], ["-180 told"]],
  ["it was told", "2026-04-04", [-180], []],
  ["nobody looked for some weeks", "2026-08-31", [-180], ["-90 overtaken", "-30 told"]],
  ["nobody looked for half a year", "2026-09-15", [], ["-180 overtaken", "-90 overtaken", "-30 told"]],
  ["on the last day", "2026-09-30", [-180, -90, -30], ["0 told"]],
  ["long after it nothing is made up for", "2026-12-15", [], []],
])("tells of a certificate that ends: %s", (_, today, days, expected) => {
  const taken = new Map([[alertKey(ending), days]]);
  const alerts = limitAlertsOn([ending], { today: day(today), taken });
  expect(alerts.map((alert) => `${alert.days} ${alert.outcome}`)).toEqual(expected);
});

it("begins anew when the certificate is extended", () => {
  const taken = new Map([[alertKey(ending), [-180, -90, -30, 0]]]);
  const extended = { ...ending, due: day("2026-12-31") };
  const alerts = limitAlertsOn([extended], { today: day("2026-10-02"), taken });
  expect(alerts.map((alert) => `${alert.days} ${alert.outcome}`)).toEqual(["-180 overtaken", "-90 told"]);
});
