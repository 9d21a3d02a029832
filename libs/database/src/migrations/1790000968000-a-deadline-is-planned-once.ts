import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHILDREN = ['deadline_step', 'deadline_change', 'deadline_acknowledgement'] as const;
/** A clock of neither case nor referral nor report, but of a day that is reviewed. */
const OF_A_REVIEW = `case_id is null and referral_id is null and report_id is null and about_id is not null`;
type Sees = (table: string, column: string, more?: string) => string;

/**
 * PostgreSQL plans an EXISTS twice, row by row and as a hash of the whole, and chooses afterwards. What lies within is
 * planned twice each time: a step that asks for its deadline, which asks for its referral, which asks for its case, took
 * 8 MB and most of the act's time to plan for one millisecond of work. A sub-select for the one row with that key says the
 * same (nothing found is null, and null lets nothing through) and is planned once.
 */
const once: Sees = (table, column, more = '') =>
  `(select true from simpul.${table} s where s.id = ${column}${more})`;
const twice: Sees = (table, column, more = '') =>
  `exists (select 1 from simpul.${table} s where s.id = ${column}${more})`;

export class ADeadlineIsPlannedOnce1790000968000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policies(once));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policies(twice));
  }
}

function policies(sees: Sees): string {
  const seen = sees('deadline', 'deadline_id');
  const byCase = `case_id is not null and ${sees('case_file', 'case_id')}`;
  const byReferral = `referral_id is not null and ${sees('referral', 'referral_id')}`;
  const byReport = `report_id is not null and ${sees('report', 'report_id')}`;
  const ofThatCase = ' and (deadline.case_id is null or s.case_id = deadline.case_id)';
  const byReview = `${OF_A_REVIEW} and ${sees('review_day', 'about_id')}`;
  return `
    alter policy with_the_case on simpul.deadline using (${byCase});
    alter policy with_the_referral on simpul.deadline using (${byReferral});
    alter policy with_the_report on simpul.deadline using (${byReport});
    alter policy with_the_review on simpul.deadline using (${byReview});
    alter policy with_the_emergency on simpul.deadline
      using (slug = 'break-glass-review' and ${sees('emergency_access', 'about_id')});
    alter policy started_with_case_or_referral on simpul.deadline
      with check ((report_id is not null and case_id is null and referral_id is null and ${sees('report', 'report_id')})
                  or (${byCase})
                  or (referral_id is not null and ${sees('referral', 'referral_id', ofThatCase)}));
    alter policy moved_by_those_who_see_it on simpul.deadline using ((${byCase}) or (${byReferral}) or (${byReport}));
    alter policy moved_with_the_review on simpul.deadline using (${byReview});
    ${CHILDREN.map((table) => `alter policy with_the_deadline on simpul.${table} using (${seen});`).join('\n')}
    alter policy planned_with_the_deadline on simpul.deadline_step with check (${seen});
    alter policy moved_with_the_deadline on simpul.deadline_step using (${seen});
    alter policy written_with_the_deadline on simpul.deadline_change
      with check (actor_id = (select ctx.account_id()) and ${seen});
    alter policy in_the_own_name on simpul.deadline_acknowledgement
      with check (account_id = (select ctx.account_id()) and ${seen});`;
}
