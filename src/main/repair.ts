import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { decodeRepairModel, type RepairModel } from "../domain/text/repair-model.ts";

/** The model of damaged text that comes with the program, from the folder of the checkout; about 0.2 s. */
export function readRepairModel(checkout: string): RepairModel {
  return decodeRepairModel(gunzipSync(readFileSync(join(checkout, "data", "repair-model.bin.gz"))));
}
