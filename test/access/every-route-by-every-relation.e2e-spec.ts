import { POLICY, type RouteLine } from '#access';
import { done, ReferralStage, type Answer, type Method } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fingerprints } from '../hostile/fingerprints.js';
import { addressOf, furnishedCase, type FurnishedCase } from './furnished-case.js';
import { addPeople, ofTheUnit, peopleOfTheCross, seal, type PersonOfTheCross } from './people-of-a-case.js';
import { withParts } from './parts-of-a-case.js';
import { validBodies } from './valid-bodies.js';

/** Things that hang on a case, or are a report before there is one. */
const OBJECTS = ['case', 'person', 'report', 'closing', 'screening', 'consent', 'referral', 'deadline'];
const LINES = POLICY.routes.filter(({ object, route }) => OBJECTS.includes(object) && route.includes('{'));
// The ledger is no list of cases: it names what the own people tried, or, to an auditor, everything.
const LISTS = POLICY.routes.filter(
  ({ route, object }) => /^GET [^{]+$/.test(route) && route !== 'GET /events' && object !== 'ledger',
);
const PEOPLE = peopleOfTheCross();
/** Before a case exists: a report that nobody decided. */
const ofUndecided = ({ object, relations }: RouteLine): boolean =>
  object === 'report' && relations.join() === 'office';
/** Who a client is and where to be found stands in these answers and in no other. */
const IDENTITY = /1674014107929951|0812-0000-420[19]|Jalan Umpama 12/;
const WITH_IDENTITY = [
  'RevealView',
  'ReportRevealView',
  'ReferralPageView',
  'DisclosureView',
  'UpdatePreviewView',
];

type Verdict = 'guard' | 'unknown' | 'refused' | 'open';

/** What the policy says to this person on this line. */
function verdictOf(line: RouteLine, person: PersonOfTheCross, sealed: boolean): Verdict {
  if (!line.roles.includes(person.code)) return 'guard';
  if (ofUndecided(line)) return ofTheUnit(person) ? 'open' : 'unknown';
  // A seal leaves the team, and what was sent to a receiver before: taking that back would only stop the help.
  const seen = [...person.relations].filter((relation) => !sealed || relation !== 'unit');
  const here = line.object === 'deadline' ? seen.filter((relation) => relation !== 'receiver') : seen;
  if (here.some((relation) => line.relations.includes(relation))) return 'open';
  // The deadline is the case's own; a receiver sees those of its referral.
  const sees = line.object === 'referral' ? seen : seen.filter((relation) => relation !== 'receiver');
  return sees.length > 0 ? 'refused' : 'unknown';
}

/** Whether the answer is one that this verdict allows. */
function fits(verdict: Verdict, status: number): boolean {
  if (verdict === 'guard') return status === 403;
  if (verdict === 'unknown') return status === 404;
  // Inside a case that one sees, the other side's acts are refused, in whatever words.
  if (verdict === 'refused') return status >= 400 && status < 500;
  return status < 300 || [400, 409, 422].includes(status);
}

const split = ({ route }: RouteLine): [Method, string] => route.split(' ') as [Method, string];
const isRead = ({ route }: RouteLine): boolean => route.startsWith('GET ');

/** Acts after which somebody sees less, last: a draft taken back, a membership ended, a case closed. */
const ENDS =
  /^(?!.*conference-decisions).*(?:cancellation|ending|closings|closing|withdrawal|rejection|failure|completion)/;
const endingLast = (a: RouteLine, b: RouteLine): number =>
  Number(ENDS.test(a.route)) - Number(ENDS.test(b.route));

const REPORT = {
  channel: 'TELEPON',
  reporter: { kind: 'TETANGGA' },
  clientSafeNow: 'UNKNOWN',
  narrative: 'NARASI-RAHASIA',
  violenceTypes: ['FISIK'],
  contexts: ['KDRT'],
  victims: [{ name: 'Kinanti Rekaan', sex: 'P', ageYears: 34 }],
  reportedPersons: [],
};

describe('every route by every role in every relation, sealed and not', () => {
  let stage: ReferralStage;
  let cases: { known: FurnishedCase; sealed: boolean }[];
  let undecided: string;

  const receive = async (): Promise<string> =>
    done(
      await stage.sender.post<{ id: string }>('/reports', {
        ...REPORT,
        disposition: 'RECEIVE_ONLY',
      }),
    ).id;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    cases = [
      { known: await withParts(stage, await furnishedCase(stage)), sealed: false },
      { known: await withParts(stage, await furnishedCase(stage)), sealed: true },
    ];
    undecided = await receive();
    await addPeople(
      stage.admin,
      PEOPLE,
      cases.map(({ known }) => known),
    );
    await seal(stage.admin, cases[1]!.known);
  }, 120_000);
  afterAll(() => stage?.close());

  /** The same form for everybody; nobody is made the owner, so that the relations stand. */
  const bodyOf = (line: RouteLine, known: FurnishedCase): object | undefined => {
    if (isRead(line)) return undefined;
    const body = validBodies(known)[line.route] ?? {};
    return line.route === 'PATCH /cases/{id}' ? { contexts: ['KDRT'] } : body;
  };
  const ask = (person: PersonOfTheCross, line: RouteLine, known: FurnishedCase): Promise<Answer> => {
    const [method, path] = split(line);
    const target = ofUndecided(line) ? { ...known, reportId: undecided } : known;
    const body = bodyOf(line, line.route.endsWith('joining') ? { ...known } : known);
    return stage.api.as(person.mailbox).send(method, addressOf(path, target), body);
  };
  const leaks = (
    line: RouteLine,
    answer: Answer,
    verdict: Verdict,
    { number, caseId }: FurnishedCase,
  ): string => {
    const said = JSON.stringify(answer.body ?? '');
    if (IDENTITY.test(said) && !(verdict === 'open' && WITH_IDENTITY.includes(line.answer ?? '')))
      return `says ${IDENTITY.exec(said)![0]}`;
    const names = [number, caseId, 'RAHASIA', 'Kinanti'].find((word) => said.includes(word));
    return names && (verdict === 'guard' || verdict === 'unknown') ? `says ${names}` : '';
  };
  const FOUR_AT_ONCE = 4;
  const cross = async (which: (line: RouteLine, verdict: Verdict) => boolean, lines = LINES) => {
    const wrong: string[] = [];
    let asked = 0;
    const everybody = cases.flatMap((one) => PEOPLE.map((person) => ({ ...one, person })));
    const walk = async (): Promise<void> => {
      for (let next = everybody.pop(); next; next = everybody.pop()) {
        const { known, sealed, person } = next;
        for (const line of lines) {
          const verdict = verdictOf(line, person, sealed);
          // A role that is not named is refused before anybody looks at the case, whether it is sealed or not.
          if (!which(line, verdict) || (sealed && verdict === 'guard')) continue;
          const answer = await ask(person, line, known);
          asked += 1;
          wrong.push(...faultsOf(line, person, answer, verdict, { known, sealed }));
        }
      }
    };
    await Promise.all(Array.from({ length: FOUR_AT_ONCE }, walk));
    return { wrong, asked };
  };
  const faultsOf = (
    line: RouteLine,
    person: PersonOfTheCross,
    answer: Answer,
    verdict: Verdict,
    { known, sealed }: { known: FurnishedCase; sealed: boolean },
  ): string[] => {
    const said = leaks(line, answer, verdict, known);
    if (!said && fits(verdict, answer.status)) return [];
    const code = String(answer.body?.code ?? '');
    return [
      `${person.mailbox} ${sealed ? 'sealed ' : ''}${line.route}: ${verdict}, ${answer.status} ${code} ${said}`,
    ];
  };

  it('refuses whoever the line does not name, changes nothing and says nothing', async () => {
    const before = await fingerprints(stage.admin);
    const { wrong, asked } = await cross((_, verdict) => verdict !== 'open');
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(4_000);
    expect(await fingerprints(stage.admin)).toEqual(before);
  }, 600_000);

  it('lets whoever the line names read', async () => {
    const { wrong } = await cross((line, verdict) => verdict === 'open' && isRead(line));
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is told by "why can this person see this?" as the routes really answer', async () => {
    const { rows } = await stage.admin.query<{ id: string; mailbox: string }>(
      `select id, replace(email, '.simpul.example', '') as mailbox from simpul.account where email like any ($1)`,
      [
        [...PEOPLE.map(({ mailbox }) => mailbox), 'pendamping@uptd-ppa', 'petugas@rsud-igd'].map(
          (one) => `${one}.%`,
        ),
      ],
    );
    const wrong: string[] = [];
    for (const { known } of cases)
      for (const { id, mailbox } of rows) {
        const said = done(
          await stage.api
            .as('io-outside@inspektorat')
            .get<{ opens: { route: string }[] }>(`/cases/${known.caseId}/sight/${id}`),
        );
        for (const route of ['GET /cases/{id}', 'GET /referrals/{id}', 'GET /reports/{id}']) {
          const { status } = await stage.api.as(mailbox).send('GET', addressOf(route.slice(4), known));
          const opens = said.opens.some((line) => line.route === route);
          if (opens !== status < 400) wrong.push(`${mailbox} ${route}: said ${opens}, answers ${status}`);
        }
      }
    expect(rows.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  }, 120_000);

  it('lists to each person the cases and referrals of their relations and no other', async () => {
    const wrong: string[] = [];
    for (const person of PEOPLE)
      for (const line of LISTS.filter(({ roles }) => roles.includes(person.code))) {
        const [method, path] = split(line);
        const { body } = await stage.api.as(person.mailbox).send(method, path);
        const said = JSON.stringify(body ?? '');
        for (const { known, sealed } of cases) {
          const seen = [...person.relations].some((relation) => !sealed || relation !== 'unit');
          const expected = person.relations.has('receiver')
            ? [known.referralId]
            : [known.number, known.caseId];
          const named = [known.number, known.caseId, known.referralId, known.draftId].some((id) =>
            said.includes(id),
          );
          if (named && !seen)
            wrong.push(`${person.mailbox} ${line.route} names a case${sealed ? ', sealed' : ''}`);
          const must =
            line.route === 'GET /cases'
              ? !person.relations.has('receiver')
              : line.route === 'GET /inbox' && person.relations.has('receiver');
          if (must && seen && !expected.every((id) => said.includes(id)))
            wrong.push(`${person.mailbox} ${line.route} lacks a case`);
        }
        if (IDENTITY.test(said))
          wrong.push(`${person.mailbox} ${line.route} says ${IDENTITY.exec(said)![0]}`);
      }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('takes no id of somebody else in a body, a list or a query', async () => {
    const me = stage.api.as('cw-outside@puspaga');
    const mine = done(await me.post<{ id: string; caseId: string }>('/reports', { ...REPORT }));
    const own = done(await me.post<{ id: string }>('/reports', { ...REPORT, disposition: 'RECEIVE_ONLY' }));
    const bodies = validBodies(cases[0]!.known);
    const before = await fingerprints(stage.admin);
    const wrong: string[] = [];
    for (const { known } of cases) {
      const {
        clientIds: _,
        followsReferralId: __,
        ...plain
      } = bodies['POST /cases/{id}/referrals'] as Record<string, unknown>;
      const draft = { ...plain, toAgencyId: known.agencyId, levels: {} };
      const attempts: [Method, string, object?][] = [
        ['POST', `/reports/${own.id}/joining`, { caseId: known.caseId }],
        ['POST', `/cases/${mine.caseId}/referrals`, { ...draft, clientIds: [known.personId] }],
        ['POST', `/cases/${mine.caseId}/referrals`, { ...draft, followsReferralId: known.referralId }],
        [
          'POST',
          `/cases/${mine.caseId}/consents`,
          { ...bodies['POST /cases/{id}/consents'], givenBy: 'GUARDIAN', guardianPersonId: known.personId },
        ],
        ['PATCH', `/cases/${mine.caseId}/persons/${known.personId}`, { school: 'SD Lain' }],
        ['POST', `/cases/${known.caseId}/members/${known.accountId}/ending`],
      ];
      for (const [method, path, body] of attempts) {
        const { status, body: said } = await me.send(method, path, body);
        if (status < 400 || status >= 500 || JSON.stringify(said).includes(known.number))
          wrong.push(`${method} ${path} ${JSON.stringify(body)}: ${status} ${JSON.stringify(said)}`);
      }
      for (const query of [
        `/audit/entries?caseId=${known.caseId}`,
        `/cases?q=${known.number}`,
        '/cases?q=Kinanti',
        `/deadlines?caseId=${known.caseId}`,
      ])
        for (const who of ['sv-outside@puspaga', 'cw-office@uptd-ppa', 'ao-outside@dinkes']) {
          const { body: said } = await stage.api.as(who).send('GET', query);
          if (JSON.stringify(said).includes(known.number)) wrong.push(`${who} ${query} says ${known.number}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprints(stage.admin)).toEqual(before);
  });

  it('lets whoever the line names act, as far as the state allows', async () => {
    const writes = LINES.filter((line) => !isRead(line)).sort(endingLast);
    const wrong: string[] = [];
    for (const line of writes)
      for (const { known, sealed } of cases)
        for (const person of PEOPLE.filter((one) => verdictOf(line, one, sealed) === 'open')) {
          if (ofUndecided(line)) undecided = await receive();
          if (line.route.endsWith('/ending'))
            // By hand: nobody is brought past a seal, and somebody who was on the team before still is.
            await stage.admin.query(
              `insert into simpul.case_member (case_id, account_id, agency_id)
               select $1, a.id, a.agency_id from simpul.account a where a.id = $2 on conflict do nothing`,
              [known.caseId, known.accountId],
            );
          const answer = await ask(person, line, known);
          wrong.push(...faultsOf(line, person, answer, 'open', { known, sealed }));
        }
    expect(wrong).toEqual([]);
  }, 600_000);
});
