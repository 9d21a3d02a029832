import { readHolidays, readOfficeHours, readRegister } from './register.js';

type Query = (sql: string, params?: unknown[]) => Promise<unknown>;

/** Rules of the first register hold from the beginning of its calendar year, so that earlier reports have clocks too. */
const VALID_FROM = '2026-01-01T00:00:00+07:00';

/** Puts the register, the holidays and the office hours into empty tables, as the owner role. Safe to repeat. */
export async function seedDeadlines(query: Query): Promise<void> {
  for (const rule of readRegister())
    await query(
      `insert into simpul.deadline_rule (slug, version, trigger_event, action, owing_kinds, amount, unit, clock,
         applies_when, basis, citation, certainty, reminder_offsets, escalate_to, notes, kind, needs_legal_check, wording, valid_from)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) on conflict do nothing`,
      [
        rule.slug,
        rule.version,
        rule.triggerEvent,
        rule.action,
        rule.owingKinds,
        rule.limit?.amount ?? null,
        rule.limit?.unit ?? null,
        rule.limit?.clock ?? null,
        rule.appliesWhen,
        rule.basis,
        rule.citation,
        rule.certainty,
        rule.reminderOffsets,
        rule.escalateTo,
        rule.notes,
        rule.kind,
        rule.needsLegalCheck,
        rule.wording,
        VALID_FROM,
      ],
    );
  for (const holiday of readHolidays())
    await query(
      'insert into simpul.holiday (date, kind, name, basis) values ($1, $2, $3, $4) on conflict do nothing',
      [holiday.date, holiday.kind, holiday.name, holiday.basis],
    );
  for (const hours of readOfficeHours())
    await query(
      `insert into simpul.office_hours (season, weekday, opens_at, break_start, break_end, closes_at, valid_from, valid_to, basis)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        hours.season,
        hours.weekday,
        hours.opensAt,
        hours.breakStart,
        hours.breakEnd,
        hours.closesAt,
        hours.validFrom,
        hours.validTo,
        hours.basis,
      ],
    );
}
