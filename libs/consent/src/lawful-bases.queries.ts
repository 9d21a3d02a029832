import type { Work } from '#database';
import { Injectable } from '@nestjs/common';
import type { RecordedBasis } from './rules/lawful-basis.js';

/** A basis with who recorded it; nothing sealed is opened for it. */
export interface BasisRow extends RecordedBasis {
  readonly caseId: string;
  readonly givenBy: string;
  readonly guardianPersonId: string | null;
  readonly childAssent: string | null;
  readonly howRecorded: string;
  readonly language: string | null;
  readonly textVersion: string | null;
  readonly accommodations: readonly string[];
  readonly noWitness: string | null;
  readonly endsFor: string | null;
  readonly citation: string;
  readonly toldClient: boolean | null;
  readonly recordedBy: string;
  readonly recordedByName: string | null;
  readonly recordedByPersonId: string;
  readonly decidedByName: string | null;
  /** What the client was told, and why it goes against her no. Only the case's own page opens them. */
  readonly toldWordsSealed: Buffer | null;
  readonly whySealed: Buffer | null;
}

const COLUMNS = `b.id, b.basis, b.answer, b.receiver_kind as "receiverKind", b.receiver_agency_id as "receiverAgencyId",
  b.scopes, b.purpose, b.recorded_at as "recordedAt", b.expires_at as "expiresAt", b.withdrawn_at as "withdrawnAt",
  b.void_reason as "voidReason", b.against_refusal as "againstRefusal", b.decision, b.decided_at as "decidedAt"`;

/** Reads of lawful bases. Row-level security gives a receiver those that its own referrals rest on, and no other. */
@Injectable()
export class LawfulBases {
  /** What was recorded for a case, as the rules need it. */
  async ofCase(work: Work, caseId: string): Promise<RecordedBasis[]> {
    return work.query<RecordedBasis>(
      `select ${COLUMNS} from simpul.lawful_basis b where b.case_id = $1 order by b.recorded_at desc, b.id desc`,
      [caseId],
    );
  }

  /** The same for the case page: newest first, with who recorded it. */
  async page(work: Work, caseId: string): Promise<BasisRow[]> {
    return work.query<BasisRow>(`${PAGE} where b.case_id = $1 order by b.recorded_at desc, b.id desc`, [
      caseId,
    ]);
  }

  /** One basis of a case that the actor may see, or null. */
  async one(work: Work, id: string): Promise<BasisRow | null> {
    const [row] = await work.query<BasisRow>(`${PAGE} where b.id = $1`, [id]);
    return row ?? null;
  }

  /** Whether every one of these bases lives at this moment, by the database's clock. */
  async live(work: Work, ids: readonly string[]): Promise<boolean> {
    const [row] = await work.query<{ live: boolean }>('select simpul.bases_live($1) as live', [ids]);
    return row!.live;
  }
}

const PAGE = `select ${COLUMNS}, b.case_id as "caseId", b.given_by as "givenBy", b.guardian_person_id as "guardianPersonId",
    b.child_assent as "childAssent", b.how_recorded as "howRecorded", b.language, b.text_version as "textVersion", b.accommodations,
    b.no_witness as "noWitness", b.ends_for as "endsFor",
    b.citation, b.told_client as "toldClient", b.told_words_sealed as "toldWordsSealed",
    b.why_sealed as "whySealed", b.recorded_by as "recordedBy", a.display_name as "recordedByName", a.person_id as "recordedByPersonId",
    d.display_name as "decidedByName"
  from simpul.lawful_basis b left join simpul.account a on a.id = b.recorded_by
  left join simpul.account d on d.id = b.decided_by`;
