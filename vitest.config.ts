import { defineConfig } from "vitest/config";
import { findEngineAccount } from "./src/store/engine-account.ts";
import { machineFolders, oldestMajor, tryBinaries } from "./src/store/engine-binaries.ts";

// Three groups: what needs no database, what needs one, and the store again on the machine's own, older PostgreSQL.
const withDatabase = [
  "src/store/**/*.test.ts",
  "src/accounts/**/*.test.ts",
  "src/operations/**/*.test.ts",
  "src/main/**/*.test.ts",
  "tests/**/*.test.ts",
];

export default defineConfig({
  test: {
    // Long walks of the browser share two cores with another test; a limit is for what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "src/**/*.test.tsx", "scripts/**/*.test.ts", "samples/**/*.test.ts"],
          exclude: withDatabase,
        },
      },
      {
        extends: true,
        test: { name: "database", include: withDatabase, globalSetup: "tests/support/embedded-server.ts" },
      },
      ...(hasMachinePostgres()
        ? [
            {
              extends: true as const,
              test: {
                name: "machine-database",
                include: ["src/store/**/*.test.ts"],
                globalSetup: "tests/support/machine-server.ts",
              },
            },
          ]
        : []),
    ],
  },
});

function hasMachinePostgres(): boolean {
  const account = findEngineAccount(process.getuid?.() ?? null);
  const isThere =
    account.ok &&
    machineFolders(process.env.PATH ?? "").some(
      (folder) => (tryBinaries(folder, "machine", account.value)?.major ?? 0) >= oldestMajor,
    );
  if (!isThere)
    console.warn(
      `PostgreSQL ${oldestMajor} or newer is not on this machine: the store is tested on the embedded one only.`,
    );
  return isThere;
}
