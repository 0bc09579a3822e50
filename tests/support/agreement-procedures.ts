import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AgreementProcedure } from "../../src/domain/cooperation/agreement/procedure.ts";
import { parseAgreementProcedures } from "../../src/domain/cooperation/agreement/procedure-file.ts";

/** The procedures of data/agreement-procedures.json. */
export function realAgreementProcedures(): readonly AgreementProcedure[] {
  const file = join(import.meta.dirname, "..", "..", "data", "agreement-procedures.json");
  return parseAgreementProcedures(readFileSync(file, "utf8"));
}
