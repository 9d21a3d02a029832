import { covers, LawfulBases, type RecordedBasis, type Scope } from '#consent';
import type { Work } from '#database';
import { Injectable } from '@nestjs/common';
import { Packets } from '../packets.js';
import { noteClasses, type NoteClass } from '../rules/note-audience.js';

/** An agency that holds a referral of the case: who may be named as readers of a note. */
export interface Audience {
  readonly referralId: string;
  readonly agencyName: string;
  readonly serviceCode: string;
  /** What a note to them may hold now: their kind and service may have it, and a living basis covers it. */
  readonly classes: readonly NoteClass[];
}

export interface Cover {
  readonly basisIds: string[];
  readonly missing: readonly { readonly scope: string; readonly code: string }[];
}

interface Row {
  referralId: string;
  agencyId: string;
  agencyKind: string;
  agencyName: string;
  serviceCode: string;
}

/** Who besides the team may read a note, asked of the referrals and the bases as they stand now. */
@Injectable()
export class NoteAudiences {
  constructor(
    private readonly packets: Packets,
    private readonly bases: LawfulBases,
  ) {}

  async of(work: Work, caseId: string): Promise<Audience[]> {
    const rows = await this.holders(work, caseId);
    if (rows.length === 0) return [];
    const bases = await this.bases.ofCase(work, caseId);
    return rows.flatMap((row) => {
      const classes = this.allowed(row).filter(
        (scope) => coverOf(bases, row, [scope], work.at).missing.length === 0,
      );
      const { referralId, agencyName, serviceCode } = row;
      // Without a basis for the referral itself there is nobody to write to.
      return classes.includes('OWN_REFERRAL') ? [{ referralId, agencyName, serviceCode, classes }] : [];
    });
  }

  /** What a note of these classes would rest on for the holder of a referral; null: it is no referral under way. */
  async cover(
    work: Work,
    caseId: string,
    referralId: string,
    classes: readonly NoteClass[],
  ): Promise<Cover | null> {
    const row = (await this.holders(work, caseId)).find((one) => one.referralId === referralId);
    if (!row) return null;
    const allowed = this.allowed(row);
    const beyond = classes.filter((scope) => !allowed.includes(scope));
    const { covered, missing } = coverOf(await this.bases.ofCase(work, caseId), row, classes, work.at);
    return {
      basisIds: [...new Set(covered.map(({ basis }) => basis.id))],
      missing: [...missing, ...beyond.map((scope) => ({ scope, code: 'note.notForThisReceiver' }))],
    };
  }

  private allowed(row: Row): NoteClass[] {
    return noteClasses(this.packets.policy(row.agencyKind, row.serviceCode));
  }

  private holders(work: Work, caseId: string): Promise<Row[]> {
    return work.query<Row>(
      `select r.id as "referralId", g.id as "agencyId", g.kind as "agencyKind", g.name as "agencyName",
              r.service_code as "serviceCode"
         from simpul.referral r join simpul.agency g on g.id = r.to_agency_id
        where r.case_id = $1 and r.sent_at is not null and not r.bare
          and r.status in ('requested', 'received', 'accepted', 'on-hold', 'in-progress')
        order by g.name, r.sent_at`,
      [caseId],
    );
  }
}

function coverOf(bases: readonly RecordedBasis[], row: Row, classes: readonly Scope[], now: Date) {
  const need = {
    receiverKind: row.agencyKind,
    receiverAgencyId: row.agencyId,
    serviceCode: row.serviceCode,
  };
  return covers(bases, need, classes, now);
}
