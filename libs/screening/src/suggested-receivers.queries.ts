import type { Actor } from '#access';
import { AgenciesService, DutyRoster, whoIsOnDuty, type Agency } from '#agencies';
import { Ledger } from '#audit';
import { hoursSince, readCaseFacts, type CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Injectable } from '@nestjs/common';
import type { Suggestion, Window } from './rules/pathway.js';
import { suggestPathway } from './rules/pathways.js';
import { Screenings } from './screenings.queries.js';
import { forServices, freshnessIn, standingOf, type Standing } from './standing-of-agencies.js';

export interface SuggestedAgency {
  id: string;
  code: string;
  name: string;
  openNow: boolean;
  dutyPhone: string | null;
  dutyPhoneFallback: string | null;
  /** Who is on duty at this moment, by name; empty where there is no roster. */
  onDuty: string[];
  /** The day of the last check of its lines is too long ago (rule of the directory). */
  stale: boolean;
  /** Day of the last check, `YYYY-MM-DD`; null: never. */
  checkedOn: string | null;
  /** What its services that are asked for need first. */
  requires: string[];
  /** Places, where they are counted: of its services that are asked for. */
  capacity: { free: number; total: number; asOf: Date } | null;
  /** A reported person works there or in the same group: nothing may be sent there. */
  conflict: boolean;
}

type Found = Omit<SuggestedAgency, 'requires' | 'capacity'> & { standing: Standing };

export interface SuggestedReceiver extends Suggestion {
  agencies: SuggestedAgency[];
}

export interface SuggestedReceivers {
  windows: { window: Window; receivers: SuggestedReceiver[] }[];
  emergency: boolean;
}

/** Whom to think of, when, and why; with who can be reached now and who must not learn of it. */
@Injectable()
export class SuggestedReceiversQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agencies: AgenciesService,
    private readonly roster: DutyRoster,
    private readonly screenings: Screenings,
    private readonly ledger: Ledger,
  ) {}

  async forCase(actor: Actor, caseId: string): Promise<SuggestedReceivers> {
    const act = { name: 'receivers.suggest', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const found = await this.within(work, await readCaseFacts(work, caseId));
      await this.ledger.append(work, {
        act: 'receivers.suggested',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { receivers: found.windows.reduce((sum, window) => sum + window.receivers.length, 0) },
      });
      return found;
    });
  }

  /** The same within an act that writes its own entry. */
  async within(work: Work, facts: CaseFacts): Promise<SuggestedReceivers> {
    const windows = suggestPathway({
      ...facts,
      redFlags: await this.screenings.redFlags(work, facts.id),
      eventAgeHours: hoursSince(facts.occurredAt, work.at),
    });
    const directory = await this.directory(
      work,
      facts,
      windows.flatMap((window) => window.receivers),
    );
    return {
      windows: windows.map(({ window, receivers }) => ({
        window,
        receivers: receivers.map((one) => ({
          ...one,
          agencies:
            one.figuresOnly || !one.agencyKind
              ? []
              : (directory.get(one.agencyKind) ?? []).map(({ standing, ...agency }) => ({
                  ...agency,
                  ...forServices(standing, agency.id, one.services),
                })),
        })),
      })),
      emergency: facts.risk === 'TINGGI',
    };
  }

  /** The agencies of every suggested kind that take a track of the case; those to be reached now come first. */
  private async directory(
    work: Work,
    facts: CaseFacts,
    suggestions: readonly Suggestion[],
  ): Promise<Map<string, Found[]>> {
    const kinds = [...new Set(suggestions.flatMap((one) => one.agencyKind ?? []))];
    const agencies = (await this.agencies.byKinds(work, kinds)).filter((agency) => takes(agency, facts));
    const employers = facts.reported.flatMap((person) => person.employerAgencyId ?? []);
    const conflicts = await this.agencies.conflicts(work, agencies, employers);
    const officeOpen = await this.agencies.officeOpen(work);
    const ids = agencies.map(({ id }) => id);
    const duties = await this.roster.now(work, ids);
    const standing = await standingOf(work, ids);
    const directory = new Map<string, Found[]>();
    for (const agency of agencies) {
      const duty = whoIsOnDuty(agency.hours, officeOpen);
      const suggested = {
        id: agency.id,
        code: agency.code,
        name: agency.name,
        openNow: duty.reachableNow,
        dutyPhone: agency.dutyPhone,
        dutyPhoneFallback: agency.dutyPhoneFallback,
        onDuty: duties.of(agency.id).map(({ displayName }) => displayName),
        ...freshnessIn(standing, agency),
        standing,
        conflict: conflicts.has(agency.id),
      };
      directory.set(agency.kind, [...(directory.get(agency.kind) ?? []), suggested]);
    }
    for (const list of directory.values())
      list.sort((a, b) => Number(a.conflict) - Number(b.conflict) || Number(b.openNow) - Number(a.openNow));
    return directory;
  }
}

// Before a track is known nobody is left out; a family without violence goes to those who take such families.
function takes(agency: Agency, facts: CaseFacts): boolean {
  const wanted = facts.mandate === 'FAMILY' ? ['KELUARGA_TANPA_KEKERASAN'] : facts.tracks;
  if (agency.kind === 'PUSPAGA') return true;
  return wanted.length === 0 || agency.takesTracks.some((track) => wanted.includes(track as never));
}
