import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork } from '#database';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { CaseClocks } from './case-clocks.js';
import { readCaseFacts } from './case-facts.js';
import { caseForAct } from './case-for-act.js';
import { emergencySight } from './emergency-sight.js';
import { CaseNote, type NoteAudience } from './case-note.entity.js';

export interface OpenedNote {
  id: string;
  at: Date;
  authorName: string;
  audience: NoteAudience;
  text: string;
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
  async write(
    actor: Actor,
    caseId: string,
    input: { text: string; audience: NoteAudience },
  ): Promise<string> {
    const act = { name: 'case.note', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'case.note');
      const vault = await this.vault.open(work, caseId);
      const id = randomUUID();
      await work.manager.insert(CaseNote, {
        id,
        caseId,
        authorId: actor.accountId,
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
    });
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
      }>(
        `select n.id, n.created_at as at, a.display_name as author, n.audience, n.text_sealed as text
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
