import { findOffice } from "../intake/office/find-office.ts";
import { type FileReading, startReading } from "../intake/read-file.ts";
import { findRecogniser } from "./recogniser.ts";
import { dataFile, type World } from "./world.ts";

/** Gets ready to take files apart, with LibreOffice and Tesseract where the machine has it. */
export function openFileReading(world: World, atOnce = false): FileReading {
  return startReading({
    onBug: world.complain,
    office: officeOf(world),
    trustList: dataFile(world, "trust-list.pem"),
    recogniser: () => findRecogniser(world),
    atOnce,
  });
}

/** The program file of LibreOffice: `SAURO_OFFICE` names it, or says "none"; else the first that is found. */
export function officeOf(world: World): string | null {
  const chosen = world.environment.SAURO_OFFICE?.trim() ?? "";
  if (chosen !== "") return chosen === "none" ? null : chosen;
  return findOffice(world.environment.PATH ?? "");
}
