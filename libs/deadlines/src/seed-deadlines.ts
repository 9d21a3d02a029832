import { randomUUID } from 'node:crypto';
import { CALENDAR_CHANGED } from './holidays.service.js';
import { readHolidays, readOfficeHours, readRegister } from './register.js';

type Query = (sql: string, params?: unknown[]) => Promise<unknown>;

/** The first version of a rule holds as far back as anybody reports: an old report must not be without a clock. */
const VALID_FROM = '-infinity';

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
  await seedHolidays(query);
  await seedOfficeHours(query);
}

/** What somebody took back since then stays taken back. */
async function seedOfficeHours(query: Query): Promise<void> {
  const periods = new Map<string, string>();
  for (const hours of readOfficeHours()) {
    const key = `${hours.season} ${hours.validFrom}`;
    periods.set(key, periods.get(key) ?? randomUUID());
    await query(
      `insert into simpul.office_hours (season, weekday, opens_at, break_start, break_end, closes_at, valid_from, valid_to, basis, period_id)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
        where not exists (select from simpul.office_hours
                           where season = $1 and weekday = $2 and valid_from = $7 and region_code is null)`,
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
        periods.get(key),
      ],
    );
  }
}

/**
 * A later release brings the next year's decree. Open deadlines that were estimates until then are counted anew by the
 * worker, like after any change of the calendar. A day that somebody took back stays taken back.
 */
async function seedHolidays(query: Query): Promise<void> {
  const holidays = readHolidays();
  const column = (name: 'date' | 'kind' | 'name' | 'basis'): string[] =>
    holidays.map((holiday) => holiday[name]);
  await query(
    `with added as (
       insert into simpul.holiday (date, kind, name, basis)
       select n.* from unnest($1::date[], $2::text[], $3::text[], $4::text[]) as n (date, kind, name, basis)
        where not exists (select from simpul.holiday h
                           where h.date = n.date and h.kind = n.kind and h.region_code is null) returning id)
     insert into simpul.outbox (topic, ids)
     select $5, jsonb_build_object('holidayId', id) from added where exists (select from simpul.deadline) limit 1`,
    [column('date'), column('kind'), column('name'), column('basis'), CALENDAR_CHANGED],
  );
}
