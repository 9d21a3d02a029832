import type { Work } from '#database';

/** Per first word of a path: whether the thing that it names is still there for the person who asks. */
const SEEN: Record<string, string> = {
  cases: 'select exists (select 1 from simpul.case_file where id = $1) as seen',
  reports: 'select exists (select 1 from simpul.report where id = $1) as seen',
  consents: 'select exists (select 1 from simpul.lawful_basis where id = $1) as seen',
  deadlines: 'select exists (select 1 from simpul.deadline where id = $1) as seen',
  screenings: 'select exists (select 1 from simpul.screening where id = $1) as seen',
  // A receiver sees that a withdrawn referral was there, and no longer what came with it.
  referrals: `select exists (select 1 from simpul.referral r where r.id = $1
                and (simpul.referral_is_readable(r.id)
                     or exists (select 1 from simpul.case_file f where f.id = r.case_id))) as seen`,
};
/** Acts at no thing of their own, whose answers say nothing about a person. */
const ABOUT_NOBODY = new Set([
  'holidays',
  'holiday-imports',
  'office-hours',
  'office-hours-imports',
  'audit',
]);

/**
 * Whether a kept answer may be given again. The guard looks at the role only and row-level security at rows only; a
 * copy of an answer is neither, so whoever has left a case, or lost a referral, since then must be asked about here.
 */
export async function isStillVisible(work: Work, url: string, answer: unknown): Promise<boolean> {
  const [, noun = '', named] = /^\/api\/([a-z-]+)(?:\/([^/?]+))?/.exec(url) ?? [];
  if (ABOUT_NOBODY.has(noun)) return true;
  const sql = SEEN[noun];
  const id = named ?? (answer as { id?: unknown } | null)?.id;
  if (!sql || typeof id !== 'string') return false;
  const [row] = await work.query<{ seen: boolean }>(sql, [id]);
  return row!.seen;
}
