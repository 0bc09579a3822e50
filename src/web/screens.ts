import type { ComponentType } from "react";
import { webPaths } from "../contract/paths.ts";
import { places } from "./places.ts";

/** Loads the script of one screen. */
type Load = () => Promise<{ readonly default: ComponentType }>;

type Screen = readonly [path: string, load: Load];

/** The screen of each place, by its address; "$id" stands for one part of an address. */
export const screens: readonly Screen[] = [
  [places.read, () => import("./read/ReadPlace.tsx")],
  [places.state, () => import("./state/StatePlace.tsx")],
  ["/documents", () => import("./documents/DocumentsPlace.tsx")],
  [places.importing, () => import("./documents/ImportPlace.tsx")],
  [places.document("$id"), () => import("./documents/DocumentPlace.tsx")],
  [places.review("$id"), () => import("./review/ReviewPlace.tsx")],
  [places.ownPlans("$id"), () => import("./documents/OwnPlansPlace.tsx")],
  ["/unplaced", () => import("./unplaced/UnplacedPlace.tsx")],
  ["/tasks", () => import("./tasks/TasksPlace.tsx")],
  ["/duties", () => import("./duties/DutiesPlace.tsx")],
  [places.duty("$id"), () => import("./duties/DutyPlace.tsx")],
  ["/proposals", () => import("./duties/ProposalsPlace.tsx")],
  ["/signed", () => import("./duties/SignedPlace.tsx")],
  [places.importPlans, () => import("./targets/ImportPlansPlace.tsx")],
  [places.importTasks, () => import("./tasks/ImportTasksPlace.tsx")],
  [places.task("$id"), () => import("./tasks/TaskPlace.tsx")],
  [places.unitFigures("$id"), () => import("./leaders/FactSheetPlace.tsx")],
  [places.country, () => import("./country/CountryPlace.tsx")],
  [places.leaders, () => import("./leaders/LeadersPlace.tsx")],
  [places.overview, () => import("./overview/OverviewPlace.tsx")],
  ["/units", () => import("./overview/UnitsPlace.tsx")],
  ["/organisation", () => import("./units/UnitsTreePlace.tsx")],
  ["/organisation/change", () => import("./units/ChangePlace.tsx")],
  [places.collectives, () => import("./units/CollectivesPlace.tsx")],
  [places.unit("$id"), () => import("./units/UnitPlace.tsx")],
  ["/timeline", () => import("./overview/TimelinePlace.tsx")],
  [places.cooperation, () => import("./records/CooperationPlace.tsx")],
  ["/cooperation/time-limits", () => import("./records/limits/TimeLimitsPlace.tsx")],
  [places.border, () => import("./records/border/BorderPlace.tsx")],
  [places.worldMap(), () => import("./records/world/PartnerMapPlace.tsx")],
  [places.recordCalendar(), () => import("./records/calendar/CalendarPlace.tsx")],
  [places.records("$register"), () => import("./records/RecordsPlace.tsx")],
  [places.recordSums("$register"), () => import("./records/RecordSumsPlace.tsx")],
  [places.newRecord("$register"), () => import("./records/NewRecordPlace.tsx")],
  [places.importRecords("$register"), () => import("./records/ImportRecordsPlace.tsx")],
  [places.agreementTexts("$id"), () => import("./records/agreement/AgreementTextsPlace.tsx")],
  ["/cooperation/agreements/limits", () => import("./records/agreement/AgreementLimitsPlace.tsx")],
  ["/cooperation/agreements/report", () => import("./records/agreement/AgreementReportPlace.tsx")],
  [places.recordTwins("$register"), () => import("./records/TwinsPlace.tsx")],
  [places.record("$register", "$id"), () => import("./records/RecordPlace.tsx")],
  ["/people", () => import("./people/PeoplePlace.tsx")],
  [places.person("$id"), () => import("./people/PersonPlace.tsx")],
  [places.rights, () => import("./people/RightsPlace.tsx")],
  [places.keys, () => import("./people/KeysPlace.tsx")],
  ["/log", () => import("./log/LogPlace.tsx")],
  [places.settings, () => import("./overview/SettingsPlace.tsx")],
  [places.dutySettings, () => import("./settings/DutySettingsPlace.tsx")],
  [places.limitSettings, () => import("./records/limits/LimitSettingsPlace.tsx")],
  [places.days, () => import("./settings/DaysPlace.tsx")],
  [places.urging, () => import("./settings/UrgingPlace.tsx")],
  [places.agreementSettings, () => import("./settings/AgreementSettingsPlace.tsx")],
  [places.letters, () => import("./duties/LettersPlace.tsx")],
  [places.meeting, () => import("./duties/MeetingPlace.tsx")],
  [places.messages, () => import("./messages/MessagesPlace.tsx")],
  [places.account, () => import("./accounts/AccountPlace.tsx")],
  [places.invitations, () => import("./accounts/InvitationsPlace.tsx")],
  [webPaths.invitation, () => import("./accounts/InvitationPlace.tsx")],
  [webPaths.recovery, () => import("./accounts/RecoveryPlace.tsx")],
  [webPaths.entry, () => import("./accounts/EntryPlace.tsx")],
  [webPaths.setup, () => import("./accounts/SetupPlace.tsx")],
];

/** What shows an address; undefined where no screen of its own stands. */
export function screenOf(path: string): Screen | undefined {
  const parts = path.split("/");
  const fits = ([pattern]: Screen) => {
    const named = pattern.split("/");
    return named.length === parts.length && named.every((name, at) => isPart(name) || name === parts[at]);
  };
  // Plain addresses come before those with a part of any name, as in the router.
  return screens.filter(fits).toSorted(([a], [b]) => Number(a.includes("$")) - Number(b.includes("$")))[0];
}

function isPart(name: string): boolean {
  return name.startsWith("$");
}
