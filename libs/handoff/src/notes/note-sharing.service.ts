import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { caseForAct, CaseContents, CaseNotes, type CaseFacts } from '#cases';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { namesIn } from '../rules/name-lint.js';
import { NOTE_CLASSES, type NoteClass } from '../rules/note-audience.js';
import { NoteAudiences } from './note-audiences.queries.js';
import { NoteShare } from './note-share.entity.js';

export interface Readers {
  referralIds: readonly string[];
  /** What the note holds besides the referral's own matter. */
  classes: readonly NoteClass[];
}

/** Notes that agencies of the case's referrals may read. Each reader more is a disclosure of its own. */
@Injectable()
export class NoteSharing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notes: CaseNotes,
    private readonly audiences: NoteAudiences,
    private readonly contents: CaseContents,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Writes a note for the team and these readers. Refusals as `share`; with one, nothing is written. */
  async write(actor: Actor, caseId: string, text: string, readers: Readers): Promise<string> {
    const act = { name: 'note.share', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await this.openCase(work, caseId);
      const noteId = await this.notes.writeIn(work, facts, { text, audience: 'TEAM' });
      await this.share(work, facts, { noteId, text, readers });
      return noteId;
    });
  }

  /**
   * Lets more agencies read a note that stands. Refusals: `note.clinical`, `note.basisMissing` (409 with the classes),
   * `note.alreadyShared`; 422 `note.nameFound`, `note.noReferral`; NotFound.
   */
  async widen(actor: Actor, caseId: string, noteId: string, readers: Readers): Promise<void> {
    const act = { name: 'note.share', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      const facts = await this.openCase(work, caseId);
      const note = await this.notes.one(work, caseId, noteId);
      if (note.audience !== 'TEAM') throw new Refused('note.clinical');
      await this.share(work, facts, { noteId, text: note.text, readers });
    });
  }

  /** From now on this agency reads it no more. That it did stays, with who ended it and why. */
  async end(actor: Actor, caseId: string, shareId: string, reason: string): Promise<void> {
    const act = { name: 'note.unshare', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      await caseForAct(work, caseId, 'case.note');
      const share = await work.manager.findOneBy(NoteShare, { id: shareId, caseId });
      if (!share) throw new NotFound();
      if (share.endedAt) throw new Refused('note.shareEnded');
      const vault = await this.vault.open(work, caseId);
      await work.manager.update(
        NoteShare,
        { id: shareId, endedAt: IsNull() },
        {
          endedAt: work.at,
          endedBy: actor.accountId,
          endReasonSealed: vault.seal('note_share.end_reason', shareId, reason),
        },
      );
      await this.ledger.append(work, {
        act: 'note.unshared',
        object: { kind: 'note', id: share.noteId },
        caseId,
        facts: { referralId: share.referralId },
        detail: reason,
      });
      await this.outbox.announce(work, 'case.changed', { caseId });
    });
  }

  private async openCase(work: Work, caseId: string): Promise<CaseFacts> {
    const facts = await caseForAct(work, caseId, 'case.note');
    if (facts.state !== 'OPEN') throw new Refused('case.notOpen', { current: { state: facts.state } });
    return facts;
  }

  private async share(
    work: Work,
    facts: CaseFacts,
    { noteId, text, readers }: { noteId: string; text: string; readers: Readers },
  ): Promise<void> {
    const people = await this.contents.people(work, facts.id);
    const names = people.map(({ name }) => name);
    if (namesIn(text, names).length > 0) throw new Invalid([{ pointer: '/text', code: 'note.nameFound' }]);
    const classes = NOTE_CLASSES.filter((one) => one === 'OWN_REFERRAL' || readers.classes.includes(one));
    const vault = await this.vault.open(work, facts.id);
    for (const [index, referralId] of readers.referralIds.entries()) {
      const cover = await this.audiences.cover(work, facts.id, referralId, classes);
      if (!cover) throw new Invalid([{ pointer: `/referralIds/${index}`, code: 'note.noReferral' }]);
      if (cover.missing.length > 0)
        throw new Refused('note.basisMissing', { missing: cover.missing, referralId });
      if (await work.manager.existsBy(NoteShare, { noteId, referralId, endedAt: IsNull() }))
        throw new Refused('note.alreadyShared');
      const id = randomUUID();
      await work.manager.insert(NoteShare, {
        ...{ id, noteId, caseId: facts.id, referralId, scopes: classes, basisIds: cover.basisIds },
        textSealed: vault.seal('note_share.text', id, text),
        sharedBy: work.actor!.accountId,
        sharedAt: work.at,
      });
      await this.ledger.append(work, {
        act: 'note.shared',
        object: { kind: 'note', id: noteId },
        caseId: facts.id,
        facts: { referralId, scopes: classes, basisIds: cover.basisIds },
        detail: text,
      });
      await this.outbox.announce(work, 'referral.noteShared', { referralId, caseId: facts.id });
    }
  }
}
