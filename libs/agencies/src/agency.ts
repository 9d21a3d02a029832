import type { Hours } from './rules/who-is-on-duty.js';

/** An agency as other libraries see it. `address` is null for every secret place. */
export interface Agency {
  id: string;
  code: string;
  kind: string;
  parentId: string | null;
  name: string;
  unit: string | null;
  regionCode: string | null;
  takesTracks: string[];
  needsToAccept: string[];
  feedbackDocument: string | null;
  hours: Hours;
  dutyPhone: string | null;
  dutyPhoneFallback: string | null;
  /** Where one-time links go. Null: this agency is reached by telephone and letter. */
  email: string | null;
  address: string | null;
  locationSecret: boolean;
  costSource: string | null;
  conflictGroup: string | null;
}

/** A service that an agency gives. `code` is the row's own; `serviceCode` is the code of list LAYANAN. */
export interface AgencyService {
  id: string;
  code: string;
  agencyId: string;
  serviceCode: string;
  nameId: string;
  nameEn: string;
  forTracks: string[];
  forSex: string[];
  ageMin: number | null;
  ageMax: number | null;
  riskLevels: string[];
  requires: string[];
  costSource: string | null;
  hours: Hours;
  emergency: boolean;
  accessibility: string[];
  locationSecret: boolean;
}

export const AGENCY_COLUMNS = `a.id, a.code, a.kind, a.parent_id as "parentId", a.name, a.unit,
  a.region_code as "regionCode", a.takes_tracks as "takesTracks", a.needs_to_accept as "needsToAccept",
  a.feedback_document as "feedbackDocument", a.hours, a.duty_phone as "dutyPhone",
  a.duty_phone_fallback as "dutyPhoneFallback", a.email, a.address, a.location_secret as "locationSecret",
  a.cost_source as "costSource", a.conflict_group as "conflictGroup"`;

export const SERVICE_COLUMNS = `s.id, s.code, s.agency_id as "agencyId", s.service_code as "serviceCode",
  s.name_id as "nameId", s.name_en as "nameEn", s.for_tracks as "forTracks", s.for_sex as "forSex",
  s.age_min as "ageMin", s.age_max as "ageMax", s.risk_levels as "riskLevels", s.requires,
  s.cost_source as "costSource", s.hours, s.emergency, s.accessibility, s.location_secret as "locationSecret"`;
