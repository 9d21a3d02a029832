import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import { its, like } from './made.js';
import { HOSPITAL, LATER, LEAD, OPEN, referral } from './things.js';

const PID = 'pg_backend_pid()';
const TIME = '(extract(epoch from transaction_timestamp()) * 1000000)::bigint';

/** A claim as `ctx.enter` writes it, kept under a name; the seal is of `sealed` where that is another text. */
const claim = (
  name: string,
  parts: Partial<Record<'head' | 'account' | 'session' | 'pid' | 'time' | 'tail', string>>,
  { role = `'case_worker'`, sealed = 'text' }: { role?: string; sealed?: string } = {},
): string =>
  `select set_config('doors.${name}', text || '|' || encode(ctx.mac(${sealed}), 'hex')${parts.tail ?? ''}, true)
     from (select ${parts.head ?? `''`} || concat_ws('|', ${parts.account ?? 'id'}, ${role}, agency_id, person_id,
                  ${parts.session ?? 'gen_random_uuid()'}, ${parts.pid ?? PID}, ${parts.time ?? TIME}) as text
             from simpul.account where id = ${LEAD}) its`;

const WAITS = { head: `'waits|'` };
const CLAIMS = [
  claim('whole', {}),
  claim('ofAnotherConnection', { pid: `${PID} + 1` }),
  claim('ofAnotherTransaction', { time: `${TIME} + 1` }),
  claim('underAnotherSeal', {}, { sealed: `text || 'x'` }),
  claim('withSomethingAfterIt', { tail: ` || '|x'` }),
  claim('ofSomebodyWhoWaits', WAITS),
  claim('ofSomebodyWhoWaitsElsewhere', { ...WAITS, pid: `${PID} + 1` }),
  claim('ofSomebodyWhoWaitedBefore', { ...WAITS, time: `${TIME} + 1` }),
  claim('ofSomebodyWhoWaitsUnderAnotherSeal', WAITS, { sealed: `text || 'x'` }),
  claim('ofSomebodyWhoWaitsWithSomethingAfterIt', { ...WAITS, tail: ` || '|x'` }),
  claim('ofSomebodyWhoDoesSomethingElse', { head: `'naps|'` }),
];
const nameOf = (statement: string): string => /doors\.(\w+)/.exec(statement)![1]!;

/** Whom somebody is who says so; what is asked comes after what is said. */
const under = (name: string, asked: string): string =>
  `select ${asked} from set_config('simpul.context', current_setting('doors.${name}'), true)`;

const HOLDER = `(select id from simpul.account where role = 'link_holder' limit 1)`;
const link = (name: string, changes: Record<string, string> = {}): string =>
  like('referral_link', name, {
    referral_id: referral('0001'),
    case_id: OPEN,
    kind: `'LINK'`,
    token_hash: `sha256('${name}')`,
    code_hash: `'\\x00'`,
    session_hash: `sha256('${name}')`,
    session_until: LATER,
    expires_at: LATER,
    spent_at: 'simpul.now()',
    account_id: HOLDER,
    issued_by: LEAD,
    revoked_at: 'null',
    ...changes,
  });
const byLink = (name: string, session: string): string =>
  claim(name, { account: HOLDER, session: its(session) }, { role: `'link_holder'` });

export const claims: Scene[] = [
  {
    name: 'somebody says by themselves who they are',
    so: CLAIMS,
    things: { lead: LEAD },
    doors: CLAIMS.map(nameOf).map((name) =>
      under(name, `concat_ws(', waits: ', coalesce(ctx.account_id()::text, 'nobody'), (ctx.waiting())[1])`),
    ),
    reads: true,
    by: ['an ended session of the lead'],
  },
  {
    name: 'which referral a link shows',
    so: [
      link('opened'),
      link('takenBack', { revoked_at: 'simpul.now()' }),
      link('ofAnother', { account_id: who('ao-receiver@rsud-igd') }),
      ...['opened', 'takenBack', 'ofAnother'].map((name) => byLink(name, name)),
      byLink('ofNoLink', 'no link'),
      claim('ofAPerson', { session: its('opened') }),
    ],
    things: { referral: referral('0001'), hospital: HOSPITAL },
    doors: ['opened', 'takenBack', 'ofAnother', 'ofNoLink', 'ofAPerson'].map((name) =>
      under(name, `coalesce(ctx.only_referral()::text, 'any')`),
    ),
    reads: true,
    by: ['an ended session of the lead'],
  },
];
