import { done, ReferralStage, type Person } from '#harness';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

interface Item {
  deadlineId: string;
  dueAt: string | null;
  caseId?: string;
  caseNumber?: string;
  referralId?: string;
  agency?: string;
  client?: string;
  verb: string;
  paused: boolean;
}

interface List {
  counters: { overdue: number; today: number; waiting: number; drafts: number; reports: number };
  groups: { key: string; items: Item[] }[];
  drafts: Draft[];
}

interface Draft {
  referralId: string;
  caseId: string;
  agencyName: string;
  serviceCode: string;
  authorName: string;
}

interface Board {
  total: number;
  groups: {
    agencyName: string;
    items: {
      deadlineId: string;
      dueAt: string;
      caseNumber: string | null;
      caseId?: string;
      referralId?: string;
      lastRung: string | null;
      lastToldNames: string[];
      acknowledgedBy: string | null;
    }[];
  }[];
}

/** The hospital has two hours to confirm a referral that was sent at 19.30. */
const SENT = '2026-04-14T19:30:00+07:00';
const NEXT_MORNING = '2026-04-15T08:00:00+07:00';

describe('what needs me now', () => {
  let stage: ReferralStage;

  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(async () => {
    await stage?.close();
  });
  beforeEach(async () => {
    await stage.database.setClock(SENT);
  });

  const list = async (person: Person): Promise<List> => done(await person.get<List>('/worklist'));
  const groupHolding = (
    seen: List,
    holds: (item: Item) => boolean,
  ): { key: string; item: Item } | undefined => {
    for (const { key, items } of seen.groups) {
      const item = items.find(holds);
      if (item) return { key, item };
    }
    return undefined;
  };

  it('a referral begun and not sent is found again by its team, and by nobody else', async () => {
    const caseId = await stage.openCase();
    const draft = await stage.draft(caseId);
    const mine = await list(stage.api.as('pendamping@uptd-ppa'));
    expect(mine.counters.drafts).toBe(mine.drafts.length);
    expect(mine.drafts[0]).toMatchObject({ referralId: draft, caseId, authorName: expect.any(String) });
    for (const other of ['petugas@rsud-igd', 'konselor@puspaga']) {
      const seen = await list(stage.api.as(other));
      expect(seen.drafts.filter(({ referralId }) => referralId === draft)).toEqual([]);
    }
    done(
      await stage.api
        .as('pendamping@uptd-ppa')
        .post(`/referrals/${draft}/cancellation`, { reason: 'Keliru.' }),
    );
    expect(
      (await list(stage.api.as('pendamping@uptd-ppa'))).drafts.map((one) => one.referralId),
    ).not.toContain(draft);
  });

  it('the receiver owes it and the sender waits for it, each with the verb that is theirs', async () => {
    const { id, caseId } = await stage.sent();
    const ofReferral = ({ referralId }: Item): boolean => referralId === id;

    const theirs = groupHolding(await list(stage.hospital), ofReferral)!;
    expect(theirs.key).toBe('TODAY');
    expect(theirs.item).toMatchObject({ verb: 'accept', paused: false });
    expect(theirs.item.dueAt).toBe('2026-04-14T14:30:00.000Z');
    expect(JSON.stringify(theirs.item)).not.toContain(caseId);
    expect(theirs.item.client).toBeUndefined();

    const ours = groupHolding(await list(stage.sender), ofReferral)!;
    expect(ours.key).toBe('WAITING');
    expect(ours.item).toMatchObject({ verb: 'open', caseId });
    expect(ours.item.agency).toContain('RSUD');
    expect(JSON.stringify(ours.item)).not.toContain('Kinanti');
  });

  it('what is past its time comes first, and counters say how much there is', async () => {
    const { id } = await stage.sent();
    await stage.database.setClock(NEXT_MORNING);
    const seen = await list(stage.hospital);
    expect(groupHolding(seen, ({ referralId }) => referralId === id)!.key).toBe('OVERDUE');
    expect(seen.groups.map(({ key }) => key)).toEqual(['OVERDUE', 'TODAY', 'WEEK', 'WAITING']);
    expect(seen.counters.overdue).toBe(seen.groups[0]!.items.length);
    const times = seen.groups[0]!.items.map(({ dueAt }) => dueAt);
    expect(times).toEqual([...times].sort((a, b) => a!.localeCompare(b!)));
  });

  it('a question turns it round: the receiver waits and the sender owes the answer', async () => {
    const { id } = await stage.sent();
    done(await stage.act(stage.hospital, id, 'receipt'));
    done(await stage.act(stage.hospital, id, 'question', { text: 'Apakah ada alergi obat?' }));
    const ours = groupHolding(
      await list(stage.sender),
      (item) => item.referralId === id && item.verb === 'answer',
    );
    expect(ours).toBeDefined();
    const theirs = (await list(stage.hospital)).groups.filter(({ items }) =>
      items.some(({ referralId }) => referralId === id),
    );
    expect(theirs.map(({ key }) => key)).toEqual(['WAITING']);
  });

  it('four hundred things that others owe push nothing of mine off the list, and are counted', async () => {
    const { caseId } = await stage.sent();
    await stage.admin.query(
      `insert into simpul.deadline (rule_id, slug, case_id, trigger_event, trigger_at, due_at, why_id, why_en, status,
                                    missed_at, owing_agency_id)
       select d.rule_id, d.slug, d.case_id, d.trigger_event, d.trigger_at - make_interval(hours => n), d.due_at - interval '300 days',
              '', '', 'missed', simpul.now(), $2
         from generate_series(1, 400) n,
              (select * from simpul.deadline where case_id = $1 and referral_id is null order by id limit 1) d`,
      [caseId, stage.agencies.get('dinsos-rehab')],
    );
    const seen = await list(stage.sender);
    const mine = seen.groups.filter(({ key }) => key !== 'WAITING').flatMap(({ items }) => items);
    expect(mine.some((item) => item.caseId === caseId)).toBe(true);
    expect(seen.groups.find(({ key }) => key === 'WAITING')!.items.length).toBeLessThanOrEqual(60);
    expect(seen.counters.waiting).toBeGreaterThanOrEqual(400);
    await stage.admin.query('delete from simpul.deadline where case_id = $1 and owing_agency_id = $2', [
      caseId,
      stage.agencies.get('dinsos-rehab'),
    ]);
  });

  it('another unit and another agency see none of it', async () => {
    const { id, caseId } = await stage.sent();
    for (const mailbox of [
      'petugas@dinsos-rehab',
      'kepala@dinkes',
      'konselor@puspaga',
      'pendamping2@uptd-ppa',
    ]) {
      const seen = await list(stage.api.as(mailbox));
      expect(groupHolding(seen, (item) => item.referralId === id || item.caseId === caseId)).toBeUndefined();
    }
    for (const mailbox of ['auditor@inspektorat', 'admin@diskominfo', 'perencana@bappeda'])
      expect((await stage.api.as(mailbox).get('/worklist')).status).toBe(403);
  });

  describe('the overdue board', () => {
    const board = async (mailbox: string): Promise<Board> =>
      done(await stage.api.as(mailbox).get<Board>('/worklist/overdue-board'));

    it('groups by who owes, the oldest first, and says who was told last and who answered', async () => {
      const { id } = await stage.sent();
      await stage.database.setClock(NEXT_MORNING);
      const { rows } = await stage.admin.query<{ id: string }>(
        `update simpul.deadline set status = 'missed', missed_at = simpul.now()
          where referral_id = $1 and slug like 'referral-ack%' returning id`,
        [id],
      );
      const deadlineId = rows[0]!.id;
      await stage.admin.query(
        `update simpul.deadline_step set status = 'fired', fired_at = simpul.now(),
                told = array(select id from simpul.account where email = 'kepala@rsud-igd.simpul.example')
          where deadline_id = $1 and rung = 'headOfOwingAgency'`,
        [deadlineId],
      );
      const head = stage.api.as('kepala@rsud-igd');
      expect((await head.post(`/deadlines/${deadlineId}/acknowledgement`)).status).toBeLessThan(300);

      const seen = await board('kepala@uptd-ppa');
      const group = seen.groups.find(({ items }) => items.some((item) => item.deadlineId === deadlineId))!;
      expect(group.agencyName).toContain('RSUD');
      expect(group.items.find((item) => item.deadlineId === deadlineId)).toMatchObject({
        referralId: id,
        lastRung: 'headOfOwingAgency',
        lastToldNames: ['Ilham Reka'],
        acknowledgedBy: 'Ilham Reka',
      });
      expect(seen.total).toBe(seen.groups.flatMap(({ items }) => items).length);
      for (const { items } of seen.groups) {
        const times = items.map(({ dueAt }) => dueAt);
        expect(times).toEqual([...times].sort((a, b) => a!.localeCompare(b!)));
      }

      // The head of the lead office answers for the city: what was missed, never whose case it is.
      const above = (await board('kepala@dppkbpppa')).groups.flatMap(({ items }) => items);
      const same = above.find((item) => item.deadlineId === deadlineId)!;
      expect(same).toMatchObject({ caseNumber: null, lastToldNames: ['Ilham Reka'] });
      expect([same.caseId, same.referralId]).toEqual([undefined, undefined]);
    });

    it('says in words whom the register means, when nobody is named yet', async () => {
      const { caseId } = await stage.sent();
      const { rows } = await stage.admin.query<{ id: string }>(
        `insert into simpul.deadline (rule_id, slug, case_id, trigger_event, trigger_at, due_at, why_id, why_en, status, missed_at)
         select r.id, r.slug, $1, r.trigger_event, simpul.now() - interval '3 hours', simpul.now() - interval '1 hour', '', '',
                'missed', simpul.now()
           from simpul.deadline_rule r where r.slug = 'referral-reroute-high' returning id`,
        [caseId],
      );
      const groups = (await board('kepala@uptd-ppa')).groups.filter(({ items }) =>
        items.some((item) => item.deadlineId === rows[0]!.id),
      );
      expect(groups.map(({ agencyName }) => agencyName)).toEqual(['Penanggung jawab kasus']);
      await stage.admin.query('delete from simpul.deadline where id = $1', [rows[0]!.id]);
    });

    it('is for those who answer for it', async () => {
      for (const mailbox of [
        'pendamping@uptd-ppa',
        'petugas@rsud-igd',
        'kepala@rsud-igd',
        'auditor@inspektorat',
      ])
        expect((await stage.api.as(mailbox).get('/worklist/overdue-board')).status).toBe(403);
    });
  });
});
