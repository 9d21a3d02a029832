import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { Invalid } from '#refusals';
import { blindIndex, Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { CaseContents, type CaseContent } from './case-contents.js';
import { emergencySight } from './emergency-sight.js';
import { contactOnly, needsWords, type Reveal } from './rules/reveal.js';
import { maskFromInitials } from './rules/masking.js';

export interface Match {
  caseId: string;
  caseNumber: string;
  maskedName: string;
  ageBand: string | null;
  personKind: string;
  /** Which of the given values agreed. */
  agreed: ('name' | 'nik' | 'phone')[];
  openedAt: Date;
  closedAt: Date | null;
}

const MATCHES_MAX = 20;

/** Where names appear: opened with a purpose, or found again by an exact value that the searcher already has. */
@Injectable()
export class Identities {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly contents: CaseContents,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Opens identities and chronology of a case, or the safe contacts alone, for a coded reason; words are kept and shown in
   * its history. 422 where the reason says nothing by itself.
   */
  async reveal(actor: Actor, caseId: string, input: Reveal): Promise<CaseContent> {
    const act = { name: 'case.reveal', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      if (needsWords(input)) throw new Invalid([{ pointer: '/purpose', code: 'required' }]);
      const { reason, purpose = '', part = 'IDENTITY' } = input;
      const content = await this.contents.read(work, caseId);
      const vault = await this.vault.open(work, caseId);
      const id = randomUUID();
      await work.query(
        'insert into simpul.identity_reveal (id, case_id, account_id, purpose_sealed) values ($1, $2, $3, $4)',
        [id, caseId, actor.accountId, vault.seal('identity_reveal.purpose', id, purpose)],
      );
      const emergency = await emergencySight(work, caseId);
      await this.ledger.append(work, {
        act: emergency ? 'emergencyAccess.revealed' : 'case.revealed',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { revealId: id, persons: content.clients.length, reason, part },
        ...(purpose && { detail: purpose }),
      });
      return part === 'IDENTITY' ? content : contactsOf(content);
    });
  }

  /**
   * Search before create: the cases in the actor's sight with a person of exactly this name, NIK or telephone. What
   * is out of sight is not counted, not hinted at and not slower. Refuses (422) a search with nothing to look for.
   */
  async matches(actor: Actor, sought: { name?: string; nik?: string; phone?: string }): Promise<Match[]> {
    return this.unitOfWork.run(actor, { name: 'case.match' }, async (work) => {
      const { name, nik, phone } = sought;
      if (!name && !nik && !phone) throw new Invalid([{ pointer: '', code: 'match.nothingToLookFor' }]);
      const found = await matchesOf(work, {
        name: name ? blindIndex('name', name) : null,
        nik: nik ? blindIndex('nik', nik) : null,
        phone: phone ? blindIndex('phone', phone) : null,
      });
      await this.ledger.append(work, {
        act: 'case.matched',
        facts: {
          by: (['name', 'nik', 'phone'] as const).filter((field) => sought[field]),
          hits: found.length,
          cases: [...new Set(found.map((match) => match.caseId))],
        },
      });
      return found;
    });
  }
}

function contactsOf(content: CaseContent): CaseContent {
  const clients = content.clients.map(
    (person) => ({ ...contactOnly(person), id: person.id }) as CaseContent['clients'][number],
  );
  return { ...content, chronology: null, clients, reported: [], reporters: [], guardians: [], witnesses: [] };
}

/** Cases in sight with a person of exactly these values; the caller's act writes the entry of the ledger. */
export async function matchesOf(
  work: Work,
  index: { name: Buffer | null; nik: Buffer | null; phone: Buffer | null },
): Promise<Match[]> {
  const rows = await work.query<
    Omit<Match, 'maskedName' | 'agreed'> & { initials: string; agreed: Match['agreed'] }
  >(
    `select f.id as "caseId", f.number as "caseNumber", p.initials, p.age_band as "ageBand", p.kind as "personKind",
            f.created_at as "openedAt", f.closed_at as "closedAt",
            array_remove(array[case when p.nik_index = $2 then 'nik' end, case when p.name_index = $1 then 'name' end,
                               case when p.phone_index = $3 then 'phone' end], null) as agreed
       from simpul.person p join simpul.case_file f on f.id = p.case_id
      where p.name_index = $1 or p.nik_index = $2 or p.phone_index = $3
      order by f.created_at desc, p.id limit ${MATCHES_MAX}`,
    [index.name, index.nik, index.phone],
  );
  return rows.map(({ initials, ...row }): Match => ({ ...row, maskedName: maskFromInitials(initials) }));
}
