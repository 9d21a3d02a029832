import { randomUUID } from 'node:crypto';
import { may, type Actor } from '#access';
import { Ledger } from '#audit';
import { codes } from '#codes';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused, type FieldError } from '#refusals';
import { Inject, Injectable } from '@nestjs/common';
import { calendarsOf, CITY, type City } from './calendars.js';
import { ruleRegister, versionsOf, type DatedRule } from './rule-book.js';
import { proposalById, proposalsFor, waitingSlugs, type Proposal } from './rule-proposals.queries.js';
import type { DeadlineStatus } from './rules/deadline-lifecycle.js';
import { parseCondition } from './rules/rule-condition.js';
import { draftFaults, type RuleDraft } from './rules/rule-draft.js';
import { underLimit, type OpenClock, type Outcome } from './rules/rule-effect.js';
import { dateIn, instantOf } from './rules/work-calendar.js';

/** When and to what a change applies, and why it is made. */
export interface ChangeTerms {
  /** Calendar date in the city's zone; from its first minute, or from the approval if that is later. */
  effectiveFrom: string;
  /** Also to deadlines that are open then. Otherwise they keep the version under which they began. */
  appliesToOpen: boolean;
  reason: string;
}

/** One open deadline under a proposed change. No case, no referral, no person: the legal office sees none. */
export interface EffectRow {
  status: DeadlineStatus;
  version: number;
  agencyName: string | null;
  triggerAt: Date;
  dueAt: Date | null;
  newDueAt: Date | null;
  outcome: Outcome;
}

export interface RuleHistory {
  versions: readonly DatedRule[];
  proposals: readonly Proposal[];
}

const YEARS_AHEAD = 3;

/** The register as the legal office keeps it: one person proposes, another approves, nothing is edited in place. */
@Injectable()
export class RuleVersions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** Every rule with its present version, and which of them have a proposal that the viewer may see. */
  async register(actor: Actor): Promise<{ rules: DatedRule[]; waiting: ReadonlySet<string> }> {
    return this.unitOfWork.look(actor, async (work) => ({
      rules: await ruleRegister(work),
      waiting: await waitingSlugs(work),
    }));
  }

  async history(actor: Actor, slug: string): Promise<RuleHistory> {
    return this.unitOfWork.look(actor, (work) => this.read(work, slug));
  }

  /** What a version would change on open deadlines, before anything is saved. */
  async preview(actor: Actor, slug: string, draft: RuleDraft, terms: ChangeTerms): Promise<EffectRow[]> {
    return this.unitOfWork.run(actor, { name: 'rule.effect' }, async (work) => {
      await this.check(work, await this.latest(work, slug), draft, terms);
      return this.effectOn(work, slug, terms.appliesToOpen, draft);
    });
  }

  /** The same for a proposal, for whoever approves it; of one that is decided, as things stand now. */
  async effect(actor: Actor, id: string): Promise<EffectRow[]> {
    const act = { name: 'rule.effect', object: { kind: 'deadline_rule', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const proposal = await proposalById(work, id);
      if (!proposal) throw new NotFound();
      return this.effectOn(work, proposal.slug, proposal.appliesToOpen, proposal.rule);
    });
  }

  /**
   * Proposes a version (or, without a draft, a retirement); nothing changes until another person approves. Refusals:
   * `rule.proposalWaits`, `rule.isRetired`, `rule.beforeTheLatest` (409); 422 naming each field of the draft.
   */
  async propose(
    actor: Actor,
    slug: string,
    draft: RuleDraft | null,
    terms: ChangeTerms,
  ): Promise<RuleHistory> {
    const id = randomUUID();
    const act = {
      name: draft ? 'rule.propose' : 'rule.proposeRetirement',
      object: { kind: 'deadline_rule', id },
    };
    return this.unitOfWork.run(actor, act, async (work) => {
      await this.check(work, await this.latest(work, slug), draft, terms);
      const [written] = await work.query(
        `insert into simpul.rule_proposal
           (id, slug, kind, rule, effective_from, applies_to_open, reason, proposed_by, proposed_by_person)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
        [
          id,
          slug,
          draft ? 'VERSION' : 'RETIREMENT',
          draft && JSON.stringify(draft),
          terms.effectiveFrom,
          terms.appliesToOpen,
          terms.reason,
          actor.accountId,
          actor.personId,
        ],
      );
      if (!written) throw new Refused('rule.proposalWaits');
      await this.tell(work, draft ? 'rule.proposed' : 'rule.retirementProposed', id, slug, terms.reason);
      return this.read(work, slug);
    });
  }

  /**
   * Approves what another person proposed; it holds from its date, or from now when that has passed. Refusals
   * `fourEyes.samePerson`, `rule.proposalDecided`, `rule.beforeTheLatest`, `rule.isRetired`.
   */
  async approve(actor: Actor, id: string): Promise<RuleHistory> {
    return this.decide(actor, id, 'rule.approve', async (work, proposal) => {
      if (proposal.proposedByPerson === actor.personId) throw new Refused('fourEyes.samePerson');
      const latest = await this.latest(work, proposal.slug);
      const from = this.startOf(proposal.effectiveFrom, work.at);
      assertFits(latest, from, proposal.rule === null);
      await this.close(work, actor, id, 'APPROVED', null);
      await work.query('update simpul.deadline_rule set valid_to = least(valid_to, $2) where id = $1', [
        latest.id,
        from,
      ]);
      if (proposal.rule) await this.enact(work, proposal, latest, from);
      await this.tell(work, proposal.rule ? 'rule.approved' : 'rule.retired', id, proposal.slug);
    });
  }

  /** Takes a proposal back or declines it, with a reason; either person may. */
  async withdraw(actor: Actor, id: string, reason: string): Promise<RuleHistory> {
    return this.decide(actor, id, 'rule.withdraw', async (work, proposal) => {
      await this.close(work, actor, id, 'WITHDRAWN', reason);
      await this.tell(work, 'rule.withdrawn', id, proposal.slug, reason);
    });
  }

  private async decide(
    actor: Actor,
    id: string,
    name: string,
    effect: (work: Work, proposal: Proposal) => Promise<void>,
  ): Promise<RuleHistory> {
    return this.unitOfWork.run(actor, { name, object: { kind: 'deadline_rule', id } }, async (work) => {
      const proposal = await proposalById(work, id);
      if (!proposal) throw new NotFound();
      if (proposal.status !== 'OPEN')
        throw new Refused('rule.proposalDecided', { current: { status: proposal.status } });
      await effect(work, proposal);
      return this.read(work, proposal.slug);
    });
  }

  /** The guarded update: of two who decide at once, one does. */
  private async close(
    work: Work,
    actor: Actor,
    id: string,
    status: 'APPROVED' | 'WITHDRAWN',
    reason: string | null,
  ): Promise<void> {
    const [closed] = await work.query(
      `update simpul.rule_proposal
          set status = $2, decided_by = $3, decided_by_person = $4, decided_at = $5, decision_reason = $6
        where id = $1 and status = 'OPEN' returning id`,
      [id, status, actor.accountId, actor.personId, work.at, reason],
    );
    if (!closed) throw new Refused('rule.proposalDecided');
  }

  private async enact(work: Work, { id, rule }: Proposal, latest: DatedRule, from: Date): Promise<void> {
    const draft = rule!;
    await work.query(
      `insert into simpul.deadline_rule (id, slug, version, owing_kinds, trigger_event, action, amount, unit, clock,
         applies_when, basis, citation, certainty, reminder_offsets, escalate_to, notes, kind, needs_legal_check, wording,
         owner, valid_from)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [
        id,
        latest.slug,
        latest.version + 1,
        latest.owingKinds,
        draft.triggerEvent,
        draft.action,
        draft.limit?.amount ?? null,
        draft.limit?.unit ?? null,
        draft.limit?.clock ?? null,
        draft.appliesWhen,
        draft.basis,
        draft.citation,
        draft.certainty,
        draft.reminderOffsets,
        draft.escalateTo,
        draft.notes,
        draft.kind,
        draft.needsLegalCheck,
        draft.wording,
        draft.owner,
        from,
      ],
    );
  }

  private async check(
    work: Work,
    latest: DatedRule,
    draft: RuleDraft | null,
    { effectiveFrom }: ChangeTerms,
  ): Promise<void> {
    const faults: FieldError[] = draft ? [...draftFaults(draft, latest), ...codeFaults(draft)] : [];
    const fault = dateFault(effectiveFrom, dateIn(this.city.zone, work.at));
    if (fault) faults.push({ pointer: '/effectiveFrom', code: fault });
    if (faults.length > 0) throw new Invalid(faults);
    assertFits(latest, this.startOf(effectiveFrom, work.at), draft === null);
  }

  /** The first minute of the date in the city's zone, never before now: nobody is judged by a rule of tomorrow. */
  private startOf(date: string, now: Date): Date {
    const start = instantOf(this.city.zone, date, '00:00');
    return start > now ? start : now;
  }

  private async effectOn(
    work: Work,
    slug: string,
    appliesToOpen: boolean,
    draft: RuleDraft | null,
  ): Promise<EffectRow[]> {
    const open = await work.query<
      Omit<OpenClock, 'pauses'> & {
        version: number;
        agencyId: string | null;
        agencyName: string | null;
        pauses: { from: string; to: string }[];
      }
    >('select * from simpul.open_deadlines_of_rule($1)', [slug]);
    const calendars = await calendarsOf(work, this.city);
    const rows = open.map(({ agencyId, pauses, ...clock }): EffectRow => {
      const row = { ...clock, newDueAt: clock.dueAt, outcome: 'SAME' as Outcome };
      if (!appliesToOpen) return row;
      if (!draft) return { ...row, newDueAt: null, outcome: 'ENDS' };
      const stops = pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
      const { counted, outcome } = underLimit(
        { ...clock, pauses: stops },
        draft.limit,
        calendars.of(agencyId),
        work.at,
      );
      return { ...row, newDueAt: counted.dueAt, outcome };
    });
    await this.ledger.append(work, {
      act: 'rule.effectRead',
      facts: {
        rule: slug,
        open: rows.length,
        changed: rows.filter(({ outcome }) => outcome !== 'SAME').length,
      },
    });
    return rows;
  }

  private async read(work: Work, slug: string): Promise<RuleHistory> {
    const versions = await versionsOf(work, slug);
    if (versions.length === 0) throw new NotFound();
    const legal = work.actor !== null && may(work.actor.role, 'rule.propose');
    return { versions, proposals: legal ? await proposalsFor(work, slug) : [] };
  }

  private async latest(work: Work, slug: string): Promise<DatedRule> {
    const [latest] = await versionsOf(work, slug);
    if (!latest) throw new NotFound();
    return latest;
  }

  private async tell(work: Work, act: string, id: string, slug: string, detail?: string): Promise<void> {
    await this.ledger.append(work, {
      act,
      object: { kind: 'deadline_rule', id },
      facts: { rule: slug },
      ...(detail && { detail }),
    });
    await this.outbox.announce(work, act, { proposalId: id });
  }
}

/** A version follows the one before it; what is retired already cannot be retired again. */
function assertFits(latest: DatedRule, from: Date, isRetirement: boolean): void {
  if (latest.validFrom !== null && latest.validFrom >= from) throw new Refused('rule.beforeTheLatest');
  if (isRetirement && latest.validTo !== null) throw new Refused('rule.isRetired');
}

function codeFaults({ appliesWhen, owner }: RuleDraft): FieldError[] {
  const faults: FieldError[] = [];
  if (!codes.isIn('JENIS_INSTANSI', owner)) faults.push({ pointer: '/owner', code: 'code.unknown' });
  let known = true;
  try {
    for (const condition of parseCondition(appliesWhen)) {
      if (condition.field === 'track') known &&= codes.isIn('JENIS_KASUS', condition.has);
      if (condition.field === 'context') known &&= codes.isIn('KONTEKS_KASUS', condition.has);
      if (condition.field === 'violence') known &&= codes.isIn('JENIS_KEKERASAN', condition.has);
      if (condition.field === 'risk') known &&= codes.isIn('TINGKAT_RISIKO', condition.is);
    }
  } catch {
    return faults; // named by draftFaults
  }
  if (!known) faults.push({ pointer: '/appliesWhen', code: 'code.unknown' });
  return faults;
}

function dateFault(text: string, today: string): string | undefined {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) return 'date.impossible';
  if (text < today) return 'date.hasPassed';
  return Number(text.slice(0, 4)) - Number(today.slice(0, 4)) > YEARS_AHEAD ? 'date.tooLate' : undefined;
}
