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

/**
 * A later release brings the next year's decree. Open deadlines that were estimates until then are counted anew by the
 * worker, like after any change of the calendar.
 */
async function seedHolidays(query: Query): Promise<void> {
  const holidays = readHolidays();
  const column = (name: 'date' | 'kind' | 'name' | 'basis'): string[] =>
    holidays.map((holiday) => holiday[name]);
  await query(
    `with added as (
       insert into simpul.holiday (date, kind, name, basis)
       select * from unnest($1::date[], $2::text[], $3::text[], $4::text[]) on conflict do nothing returning id)
     insert into simpul.outbox (topic, ids)
     select $5, jsonb_build_object('holidayId', id) from added where exists (select from simpul.deadline) limit 1`,
    [column('date'), column('kind'), column('name'), column('basis'), CALENDAR_CHANGED],
  );
}
