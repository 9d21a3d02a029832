import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { NotFound } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { CaseClocks } from './case-clocks.js';
import { readCaseFacts, type CaseFacts } from './case-facts.js';
import { caseForAct } from './case-for-act.js';
import { emergencySight } from './emergency-sight.js';
import { CaseNote, type NoteAudience } from './case-note.entity.js';

export interface OpenedNote {
  id: string;
  at: Date;
  authorName: string;
  audience: NoteAudience;
  text: string;
  /** Agencies that may read it besides the team, or could; an ended one stays. */
  shares: NoteReader[];
}

export interface NoteReader {
  id: string;
  referralId: string;
  agencyName: string;
  classes: string[];
  at: string;
  endedAt: string | null;
}

export interface NewNote {
  text: string;
  audience: NoteAudience;
}

const PAGE = 50;

/** Notes of the people who work on a case. A note is the monitoring that the register asks for. */
@Injectable()
export class CaseNotes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly clocks: CaseClocks,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Writes a note; the monitoring clock starts anew, unless it is written in an emergency. Refusals: `notFound`. Returns the note's id. */
  async write(actor: Actor, caseId: string, input: NewNote): Promise<string> {
    const act = { name: 'case.note', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) =>
      this.writeIn(work, await caseForAct(work, caseId, 'case.note'), input),
    );
  }

  /** The same within an act of another library, on a case that it has found and locked. */
  async writeIn(work: Work, facts: CaseFacts, input: NewNote): Promise<string> {
    const caseId = facts.id;
    const vault = await this.vault.open(work, caseId);
    const id = randomUUID();
    await work.manager.insert(CaseNote, {
      id,
      caseId,
      authorId: work.actor!.accountId,
      audience: input.audience,
      textSealed: vault.seal('case_note.text', id, input.text),
    });
    // A stranger's note in an emergency is not the monitoring that the case's own people owe.
    const emergency = await emergencySight(work, caseId);
    if (facts.state === 'OPEN' && !emergency) await this.clocks.raise(work, facts, 'case.noted', work.at);
    await this.ledger.append(work, {
      act: emergency ? 'emergencyAccess.noted' : 'case.noted',
      object: { kind: 'note', id },
      caseId,
      facts: { audience: input.audience },
      detail: input.text,
    });
    await this.outbox.announce(work, 'case.noted', { caseId, noteId: id });
    return id;
  }

  /** One note that the actor may read, opened; NotFound. The caller writes the entry that says what for. */
  async one(work: Work, caseId: string, id: string): Promise<{ audience: NoteAudience; text: string }> {
    const note = await work.manager.findOneBy(CaseNote, { id, caseId });
    if (!note) throw new NotFound();
    const vault = await this.vault.open(work, caseId);
    return { audience: note.audience, text: vault.unseal('case_note.text', id, note.textSealed) };
  }

  /** The notes that the actor may read, newest first; clinical ones only for their author and the case's owner. */
  async read(actor: Actor, caseId: string): Promise<OpenedNote[]> {
    const act = { name: 'case.notesRead', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      await readCaseFacts(work, caseId);
      const rows = await work.query<{
        id: string;
        at: Date;
        author: string;
        audience: NoteAudience;
        text: Buffer;
        shares: NoteReader[];
      }>(
        `select n.id, n.created_at as at, a.display_name as author, n.audience, n.text_sealed as text,
                coalesce((select json_agg(json_build_object('id', s.id, 'referralId', s.referral_id, 'agencyName', g.name,
                                                            'classes', s.scopes, 'at', s.shared_at, 'endedAt', s.ended_at)
                                          order by s.shared_at, s.id)
                            from simpul.note_share s join simpul.referral r on r.id = s.referral_id
                            join simpul.agency g on g.id = r.to_agency_id where s.note_id = n.id), '[]') as shares
           from simpul.case_note n join simpul.account a on a.id = n.author_id
          where n.case_id = $1 order by n.created_at desc, n.id desc limit ${PAGE}`,
        [caseId],
      );
      const vault = await this.vault.open(work, caseId);
      await this.ledger.append(work, {
        act: (await emergencySight(work, caseId)) ? 'emergencyAccess.notesRead' : 'case.notesRead',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { notes: rows.length },
      });
      return rows.map(({ text, author, ...note }) => ({
        ...note,
        authorName: author,
        text: vault.unseal('case_note.text', note.id, text),
      }));
    });
  }
}
