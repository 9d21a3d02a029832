import { may, type Actor } from '#access';
import { MaskedContact, maskName, SHOWN_SECONDS, toMaskedContact, type PersonInput } from '#cases';
import { availableDeadlineActsOf, DeadlineView, toDeadline } from '#deadlines';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { ReportStory } from '../report-seal.js';
import { LISTED, type OpenedReport, type ReportRow } from '../reports.queries.js';
import { availableReportActs } from '../rules/report-lifecycle.js';
import { ReportView, reportView } from './report.dto.js';

const STATUSES = Object.keys(LISTED) as (keyof typeof LISTED)[];

export class ReportsQuery {
  @ApiPropertyOptional({ enum: STATUSES, default: 'received' })
  @IsOptional()
  @IsIn(STATUSES)
  status?: keyof typeof LISTED;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

class ReportDeadlineView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) dueAt: string | null;
  @ApiProperty() action: string;
  @ApiProperty() status: string;
}

export class ReportRowView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() status: string;
  @ApiProperty({ format: 'date-time' }) receivedAt: string;
  @ApiProperty() channel: string;
  @ApiProperty({ enum: ['YES', 'NO', 'UNKNOWN'] }) clientSafeNow: string;
  @ApiProperty() maskedClient: string;
  @ApiProperty({ type: String, nullable: true }) sex: string | null;
  @ApiProperty({ type: Number, nullable: true }) age: number | null;
  @ApiProperty({ type: ReportDeadlineView, nullable: true, description: 'The decision that is owed' })
  deadline: ReportDeadlineView | null;
  @ApiProperty({ type: [String] }) availableActs: string[];
}

export class ReportsView {
  @ApiProperty({ type: [ReportRowView] }) items: ReportRowView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

class ReportPersonView {
  @ApiProperty() maskedName: string;
  @ApiProperty({ type: String, nullable: true }) sex: string | null;
  @ApiProperty({ type: Number, nullable: true }) age: number | null;
  @ApiPropertyOptional({ description: 'To the first client; code of list HUBUNGAN_PELAKU' })
  relation?: string;
  @ApiProperty({ type: MaskedContact, nullable: true }) safeContact: MaskedContact | null;
}

export class ReportPageView extends ReportView {
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) occurredAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) knownAt: string | null;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty() online: boolean;
  @ApiProperty() receivedByName: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ type: [ReportPersonView], description: 'Empty once they are the people of a case' })
  clients: ReportPersonView[];
  @ApiProperty({ type: [ReportPersonView] }) reported: ReportPersonView[];
  @ApiProperty({ type: String, nullable: true, description: 'Number at another service, e.g. SAPA 129' })
  externalRef: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it is outside the mandate' }) reason:
    string | null;
  @ApiProperty({ type: [DeadlineView] }) deadlines: DeadlineView[];
}

class RevealedReportContact {
  @ApiProperty() channel: string;
  @ApiPropertyOptional() value?: string;
  @ApiPropertyOptional() window?: string;
  @ApiPropertyOptional() note?: string;
  @ApiPropertyOptional() mayLeaveMessage?: boolean;
}

export class RevealedReportPerson {
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) nik: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) birthDate: string | null;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: String, nullable: true }) school: string | null;
  @ApiProperty({ type: RevealedReportContact, nullable: true }) safeContact: RevealedReportContact | null;
}

export class ReportRevealView {
  @ApiProperty({ type: [RevealedReportPerson] }) clients: RevealedReportPerson[];
  @ApiProperty({ type: [RevealedReportPerson] }) reportedPersons: RevealedReportPerson[];
  @ApiProperty({ type: [RevealedReportPerson] }) reporters: RevealedReportPerson[];
  @ApiProperty() narrative: string;
  @ApiProperty({ description: 'The page hides it again after so many seconds' }) shownSeconds: number;
}

export function toReportRow({ report, deadline, ...row }: ReportRow, actor: Actor): ReportRowView {
  return {
    id: report.id,
    status: report.status,
    receivedAt: report.receivedAt.toISOString(),
    channel: report.channel,
    clientSafeNow: report.clientSafeNow,
    maskedClient: row.maskedClient,
    sex: row.sex,
    age: row.age,
    deadline: deadline && { ...deadline, dueAt: deadline.dueAt?.toISOString() ?? null },
    availableActs: availableReportActs(report.status, (act) => may(actor.role, act)),
  };
}

export function toReportPage(opened: OpenedReport, actor: Actor): ReportPageView {
  const { report, people } = opened;
  const person = (one: PersonInput): ReportPersonView => ({
    maskedName: maskName(one.name),
    sex: one.sex ?? null,
    age: opened.ageOf(one),
    safeContact: one.safeContact ? toMaskedContact(one.safeContact) : null,
  });
  const base = reportView(report, opened.caseNumber, actor);
  return {
    ...base,
    // While it has no case, its names and story can be opened here; afterwards at the case.
    availableActs: [
      ...base.availableActs,
      ...(people && may(actor.role, 'report.reveal') ? ['report.reveal'] : []),
    ],
    occurredAt: report.occurredAt?.toISOString() ?? null,
    knownAt: report.knownAt?.toISOString() ?? null,
    place: report.place,
    online: report.online,
    receivedByName: opened.receivedByName,
    agencyName: opened.agencyName,
    clients: (people?.victims ?? []).map(person),
    reported: (people?.reported ?? []).map((one) => ({
      ...person(one),
      ...(one.relationToFirstVictim && { relation: one.relationToFirstVictim }),
    })),
    externalRef: opened.externalRef,
    reason: opened.reason,
    deadlines: opened.deadlines.map((deadline) =>
      toDeadline(
        deadline,
        { locale: actor.locale, seesCase: true },
        availableDeadlineActsOf(actor, deadline),
      ),
    ),
  };
}

export function toReportReveal(story: ReportStory): ReportRevealView {
  return {
    clients: story.victims.map(toRevealed),
    reportedPersons: story.reported.map(toRevealed),
    reporters: story.reporter ? [toRevealed(story.reporter)] : [],
    narrative: story.narrative,
    shownSeconds: SHOWN_SECONDS,
  };
}

function toRevealed(person: PersonInput): RevealedReportPerson {
  return {
    name: person.name ?? null,
    nik: person.nik ?? null,
    birthDate: person.birthDate ?? null,
    phone: person.phone ?? null,
    address: person.address ?? null,
    school: person.school ?? null,
    safeContact: person.safeContact ?? null,
  };
}
