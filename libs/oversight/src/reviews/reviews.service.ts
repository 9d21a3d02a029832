import type { Actor } from '#access';
import { Ledger, LedgerQueries } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { named, type TrailEntry } from '../oversight.queries.js';
import { needsNote, outcomesFor, type Outcome } from '../rules/who-reviews.js';
import { reviewById, reviewPage, type ReviewRow, type ReviewState } from './reviews.queries.js';

/** An item with what its reviewer wrote. */
export type ShownReview = ReviewRow & { note: string | null };

const ENTRIES_SHOWN_MAX = 100;

/**
 * What was picked from the trail, looked at by somebody else. Row-level security decides who sees what; nobody sees what
 * was picked about themselves, so that nobody reviews themselves under any account.
 */
@Injectable()
export class Reviews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly entries: LedgerQueries,
    private readonly deadlines: DeadlinesService,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
  ) {}

  async list(
    actor: Actor,
    state: ReviewState,
    cursor?: string,
  ): Promise<{ items: ShownReview[]; next: string | null }> {
    return this.unitOfWork.run(actor, { name: 'review.read' }, async (work) => {
      const { items, next } = await reviewPage(work, state, cursor);
      await this.ledger.append(work, { act: 'review.listed', facts: { state, rows: items.length } });
      return { items: items.map((row) => this.shown(row)), next };
    });
  }

  /** One item with the entries it is about. */
  async read(actor: Actor, id: string): Promise<{ review: ShownReview; entries: TrailEntry[] }> {
    const object = { kind: 'review', id };
    return this.unitOfWork.run(actor, { name: 'review.read', object }, async (work) => {
      const row = await reviewById(work, id);
      if (!row) throw new NotFound();
      const page = await this.entries.entries(work, { ids: row.entryIds }, { limit: ENTRIES_SHOWN_MAX });
      const entries = await named(work, page.items);
      await this.ledger.append(work, {
        act: 'review.read',
        object,
        facts: { reason: row.reason, entries: entries.length },
      });
      return { review: this.shown(row), entries };
    });
  }

  /**
   * Says what a review came to. A question keeps the item open: the person is told that somebody wants to ask, and the
   * answer is written down with the end. 409 `review.done`, `review.asked`; 403 `review.othersToReview`.
   */
  async decide(actor: Actor, id: string, input: { outcome: Outcome; note?: string }): Promise<ShownReview> {
    const object = { kind: 'review', id };
    return this.unitOfWork.run(actor, { name: 'review.decide', object }, async (work) => {
      const row = await reviewById(work, id, { lock: true });
      if (!row) throw new NotFound();
      this.check(row, input);
      await (input.outcome === 'ASK' ? this.ask(work, row, input.note!) : this.end(work, row, input));
      return this.shown((await reviewById(work, id))!);
    });
  }

  private check(row: ReviewRow, { outcome, note }: { outcome: Outcome; note?: string }): void {
    if (!row.mine) throw new Refused('review.othersToReview', {}, 403);
    if (row.status === 'done') throw new Refused('review.done');
    if (!outcomesFor(row.status).includes(outcome)) throw new Refused('review.asked');
    if (needsNote(outcome) && !note) throw new Invalid([{ pointer: '/note', code: 'required' }]);
  }

  private async ask(work: Work, row: ReviewRow, note: string): Promise<void> {
    await work.query(
      `update simpul.review_item set status = 'asked', asked_by = $2, asked_at = $3, note_sealed = $4 where id = $1`,
      [row.id, work.actor!.accountId, work.at, this.sealed(row.id, note)],
    );
    await this.record(work, row, 'review.asked', 'ASK', note);
    await this.outbox.announce(work, 'review.asked', { reviewId: row.id, subjectId: row.subjectId });
  }

  private async end(
    work: Work,
    row: ReviewRow,
    { outcome, note }: { outcome: Outcome; note?: string },
  ): Promise<void> {
    const kept = [this.shown(row).note, note].filter(Boolean).join('\n\n');
    await work.query(
      `update simpul.review_item
          set status = 'done', outcome = $2, reviewed_by = $3, reviewed_at = $4, note_sealed = $5 where id = $1`,
      [row.id, outcome, work.actor!.accountId, work.at, kept ? this.sealed(row.id, kept) : null],
    );
    const [day] = await work.query<{ done: boolean }>('select simpul.review_day_is_done($1) as done', [
      row.dayId,
    ]);
    if (day!.done)
      await this.deadlines.meet(work, { aboutId: row.dayId, event: 'trail.reviewed', at: work.at });
    await this.record(work, row, 'review.decided', outcome, note);
    if (outcome === 'CONCERN')
      await this.outbox.announce(work, 'review.concern', { reviewId: row.id, subjectId: row.subjectId });
  }

  private async record(
    work: Work,
    row: ReviewRow,
    act: 'review.asked' | 'review.decided',
    outcome: Outcome,
    note?: string,
  ): Promise<void> {
    await this.ledger.append(work, {
      act,
      object: { kind: 'review', id: row.id },
      facts: { outcome, reason: row.reason, entries: row.entryIds.length, subject: row.subjectId },
      detail: note,
    });
  }

  private shown(row: ReviewRow): ShownReview {
    const { noteSealed, id } = row;
    return { ...row, note: noteSealed && this.vault.unsealForServer(noteSealed, placeOf(id)) };
  }

  private sealed(id: string, note: string): Buffer {
    return this.vault.sealForServer(note, placeOf(id));
  }
}

const placeOf = (id: string): string => `review_item.note|${id}`;
