import type { Choice, Values } from "../declaration.ts";

/** Who travels, by who manages him: the highest in a delegation decides who permits its journey. */
export const travelRanks: readonly Choice[] = [
  { key: "central", vi: "Diện Trung ương quản lý", en: "Managed by the centre" },
  { key: "provincial", vi: "Diện Ban Thường vụ Tỉnh ủy quản lý", en: "Managed by the province's Party body" },
  { key: "leader", vi: "Lãnh đạo sở, ban, ngành, xã, phường", en: "Leader of a department or commune" },
  { key: "official", vi: "Công chức, viên chức", en: "Official or public employee" },
  { key: "other", vi: "Người khác", en: "Somebody else" },
];

/** Who permits a journey abroad. */
export const travelAuthorities: readonly Choice[] = [
  { key: "primeMinister", vi: "Thủ tướng Chính phủ", en: "Prime Minister" },
  { key: "standingCommittee", vi: "Ban Thường vụ Tỉnh ủy", en: "Standing Committee of the province" },
  { key: "chair", vi: "Chủ tịch UBND tỉnh", en: "Chair of the People's Committee" },
  { key: "unitHead", vi: "Thủ trưởng đơn vị", en: "Head of the unit" },
];

/** What journeys are for, as `matter` of a delegation has it. */
export const travelMatters = ["official", "private"] as const;
export type TravelMatter = (typeof travelMatters)[number];

/** Who permits journeys of whom, as a province delegates it: authorities by matter and rank; what is not there is not set. */
export type TravelLevels = { readonly [matter in TravelMatter]?: Readonly<Record<string, string>> };

/** Whether a journey was permitted at the level that the province sets. */
export const approvalStandings = ["fits", "other", "missing"] as const;
export type ApprovalStanding = (typeof approvalStandings)[number];

/** Who should permit the journey of a delegation by the province's levels; null: nothing is set for it, or it comes in. */
export function travelAuthority({ direction, matter, rank }: Values, levels: TravelLevels): string | null {
  const kind = travelMatters.find((one) => one === matter);
  if (direction !== "out" || kind === undefined || typeof rank !== "string") return null;
  return levels[kind]?.[rank] ?? null;
}

/** Whether a delegation was permitted at the level that the province sets; null: nothing is set for it. */
export function travelApproval(values: Values, levels: TravelLevels): ApprovalStanding | null {
  const wanted = travelAuthority(values, levels);
  if (wanted === null) return null;
  if (values.permittedBy === undefined) return "missing";
  return values.permittedBy === wanted ? "fits" : "other";
}
