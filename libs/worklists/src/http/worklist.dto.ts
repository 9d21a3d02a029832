import { basisWords, isOwedOutside, partyWords } from '#deadlines';
import { maskFromInitials } from '#cases';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { GROUPS, verbOf } from '../rules/group-of.js';
import type { BoardRow, ProposalRow, WorkRow } from '../worklist.queries.js';
import type { Worklist } from '../worklists.service.js';

type Locale = 'id' | 'en';

class WorkItemView {
  @ApiPropertyOptional({ format: 'uuid' }) deadlineId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'A lower level that waits for a second person' })
  screeningId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The end of a case that waits for a second person' })
  closingId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'Sharing against a no that waits for a second person' })
  basisId?: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) dueAt: string | null;
  @ApiProperty() title: string;
  @ApiPropertyOptional() caseNumber?: string;
  @ApiPropertyOptional({ format: 'uuid' }) caseId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) referralId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) reportId?: string;
  @ApiPropertyOptional({ description: 'Who owes it, when somebody else does' }) agency?: string;
  @ApiPropertyOptional({ description: 'Masked' }) client?: string;
  @ApiPropertyOptional() detail?: string;
  @ApiProperty() verb: string;
  @ApiProperty() paused: boolean;
}

class WorkGroupView {
  @ApiProperty({ enum: GROUPS }) key: string;
  @ApiProperty({ type: [WorkItemView] }) items: WorkItemView[];
}

class CountersView {
  @ApiProperty() overdue: number;
  @ApiProperty() today: number;
  @ApiProperty() waiting: number;
  @ApiProperty() drafts: number;
  @ApiProperty({ description: 'Reports received and not yet opened, joined or found outside the mandate' })
  reports: number;
}

class WorkDraftView {
  @ApiProperty({ format: 'uuid' }) referralId: string;
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() caseNumber: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ description: 'Code of list LAYANAN' }) serviceCode: string;
  @ApiProperty() authorName: string;
  @ApiProperty({ format: 'date-time' }) startedAt: string;
}

export class WorklistView {
  @ApiProperty({ type: CountersView }) counters: CountersView;
  @ApiProperty({ type: [WorkGroupView] }) groups: WorkGroupView[];
  @ApiProperty({ type: [WorkDraftView], description: 'Referrals begun and not sent, the newest first' })
  drafts: WorkDraftView[];
}

export function toWorklist(list: Worklist, locale: Locale): WorklistView {
  return {
    counters: list.counters,
    groups: list.groups.map(({ key, proposals, rows }) => ({
      key,
      items: [...proposals.map((row) => toProposal(row, locale)), ...rows.map((row) => toItem(row, locale))],
    })),
    drafts: list.drafts.map(
      ({ referralId, caseId, caseNumber, agencyName, serviceCode, authorName, startedAt }) => ({
        referralId,
        caseId,
        caseNumber,
        agencyName,
        serviceCode,
        authorName,
        startedAt: startedAt.toISOString(),
      }),
    ),
  };
}

function toItem(row: WorkRow, locale: Locale): WorkItemView {
  return {
    deadlineId: row.deadlineId,
    dueAt: row.dueAt?.toISOString() ?? null,
    title: row.action,
    ...(row.caseNumber && { caseNumber: row.caseNumber }),
    ...(row.caseId && { caseId: row.caseId }),
    ...(row.referralId && { referralId: row.referralId }),
    ...(row.reportId && { reportId: row.reportId }),
    ...(!row.mine && { agency: whoOwes(row, locale) }),
    ...(row.initials && { client: clientWords(row, locale) }),
    detail: detailWords(row, locale),
    verb: verbOf(row.slug, row.mine),
    paused: row.paused,
  };
}

const PROPOSAL_WORDS = {
  LOWERING: {
    id: {
      mine: 'Usulan Anda menurunkan tingkat risiko menunggu orang kedua',
      others: 'Tinjau usulan menurunkan tingkat risiko',
    },
    en: {
      mine: 'Your proposal to lower the level of risk waits for a second person',
      others: 'Look at a proposal to lower the level of risk',
    },
  },
  CLOSING: {
    id: {
      mine: 'Usulan Anda menutup kasus menunggu orang kedua',
      others: 'Putuskan usulan menutup kasus',
    },
    en: {
      mine: 'Your proposal to close the case waits for a second person',
      others: 'Decide on a proposal to close a case',
    },
  },
  OVERRIDE: {
    id: {
      mine: 'Usulan Anda berbagi data walau klien menolak menunggu orang kedua',
      others: 'Putuskan usulan berbagi data walau klien menolak',
    },
    en: {
      mine: 'Your proposal to share although the client said no waits for a second person',
      others: 'Decide on a proposal to share although the client said no',
    },
  },
};
const ID_OF = { LOWERING: 'screeningId', CLOSING: 'closingId', OVERRIDE: 'basisId' } as const;
const PROPOSED_BY = { id: 'diusulkan', en: 'proposed by' };

function toProposal(row: ProposalRow, locale: Locale): WorkItemView {
  const words = PROPOSAL_WORDS[row.kind][locale];
  return {
    [ID_OF[row.kind]]: row.id,
    dueAt: row.dueAt?.toISOString() ?? null,
    title: row.proposedByMe ? words.mine : words.others,
    caseNumber: row.caseNumber,
    caseId: row.caseId,
    ...(row.initials && { client: clientWords(row, locale) }),
    ...(!row.proposedByMe && { detail: `${PROPOSED_BY[locale]} ${row.proposerName}` }),
    verb: row.proposedByMe ? 'open' : 'approve',
    paused: false,
  };
}

function whoOwes(row: { agencyName: string | null; owingKinds: string[] }, locale: Locale): string {
  return row.agencyName ?? partyWords(row.owingKinds, locale);
}

/** Who watches it, where a body outside owes it. */
function watcher({ agencyName, owingKinds, keeperName }: WorkRow): string[] {
  const outside = isOwedOutside({ owingKinds, owingAgencyId: agencyName, owingAccountId: null });
  return outside && keeperName ? [keeperName] : [];
}

function clientWords(row: Pick<WorkRow, 'initials' | 'ageYears' | 'sex'>, locale: Locale): string {
  const age = row.ageYears === null ? '' : ` · ${row.ageYears} ${locale === 'id' ? 'th' : 'y'}`;
  return `${maskFromInitials(row.initials!)}${age}${row.sex ? ` · ${row.sex}` : ''}`;
}

function detailWords(row: WorkRow, locale: Locale): string {
  const basis = [
    basisWords({ basis: row.basis, needsLegalCheck: false }, locale),
    ...watcher(row).map((name) => (locale === 'id' ? `dipantau ${name}` : `watched by ${name}`)),
  ].join(' · ');
  if (row.paused) return locale === 'id' ? `${basis} · dijeda` : `${basis} · paused`;
  if (row.remindersSent === 0) return basis;
  return locale === 'id'
    ? `${basis} · diingatkan ${row.remindersSent}×`
    : `${basis} · reminded ${row.remindersSent}×`;
}

class BoardItemView {
  @ApiProperty({ format: 'uuid' }) deadlineId: string;
  @ApiProperty() action: string;
  @ApiProperty() basis: string;
  @ApiProperty() basisWords: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) dueAt: string | null;
  @ApiProperty({ type: String, nullable: true }) caseNumber: string | null;
  @ApiPropertyOptional({ format: 'uuid' }) caseId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) referralId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) reportId?: string;
  @ApiProperty({ type: String, nullable: true }) ownerName: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Last rung of the ladder that rang' }) lastRung:
    string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) lastToldAt: string | null;
  @ApiProperty({ type: [String] }) lastToldNames: string[];
  @ApiProperty({ type: String, nullable: true }) acknowledgedBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) acknowledgedAt: string | null;
}

class BoardGroupView {
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) agencyId: string | null;
  @ApiProperty() agencyName: string;
  @ApiProperty({ type: [BoardItemView] }) items: BoardItemView[];
}

export class OverdueBoardView {
  @ApiProperty() total: number;
  @ApiProperty({ type: [BoardGroupView] }) groups: BoardGroupView[];
}

/** Groups by who owes, the agency with the oldest debt first. */
export function toBoard(rows: BoardRow[], locale: Locale): OverdueBoardView {
  const groups = new Map<string, BoardGroupView>();
  for (const row of rows) {
    const agencyName = whoOwes(row, locale);
    const group = groups.get(agencyName) ?? { agencyId: row.agencyId, agencyName, items: [] };
    groups.set(agencyName, group);
    group.items.push({
      deadlineId: row.deadlineId,
      action: row.action,
      basis: row.basis,
      basisWords: basisWords({ basis: row.basis, needsLegalCheck: false }, locale),
      dueAt: row.dueAt?.toISOString() ?? null,
      caseNumber: row.caseNumber,
      ...(row.caseId && { caseId: row.caseId }),
      ...(row.referralId && { referralId: row.referralId }),
      ...(row.reportId && { reportId: row.reportId }),
      ownerName: row.ownerName,
      lastRung: row.lastRung,
      lastToldAt: row.lastToldAt?.toISOString() ?? null,
      lastToldNames: row.lastToldNames,
      acknowledgedBy: row.acknowledgedBy,
      acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    });
  }
  return { total: rows.length, groups: [...groups.values()] };
}
