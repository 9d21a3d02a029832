import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { done, ReferralStage } from '#harness';
import pg from 'pg';

interface Viewer {
  name: string;
  relation: string;
  looks: number;
  reveals: number;
  others: number;
  failed: number;
}

describe('who has seen a case', () => {
  let stage: ReferralStage;
  let caseId: string;
  beforeAll(async () => {
    stage = await ReferralStage.open();
    const sent = await stage.sent();
    caseId = sent.caseId;
    done(await stage.hospital.get(`/referrals/${sent.id}`));
    done(
      await stage.api
        .as('kepala@uptd-ppa')
        .post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Menelepon klien.' }),
    );
    expect((await stage.api.as('pendamping2@uptd-ppa').get(`/cases/${caseId}`)).status).toBe(404);
  });
  afterAll(() => stage.close());

  const viewers = async (who: string): Promise<Map<string, Viewer>> => {
    const { items } = done(await stage.api.as(who).get<{ items: Viewer[] }>(`/cases/${caseId}/viewers`));
    return new Map(items.map((viewer) => [viewer.name, viewer]));
  };

  it('names everybody with how they stand to it, those from outside first', async () => {
    const found = await viewers('kepala@uptd-ppa');
    expect([...found.keys()][0]).toBe('Lestari Contoh');
    expect(found.get('Lestari Contoh')).toMatchObject({ relation: 'outside', looks: 0, failed: 1 });
    expect(found.get('Dewi Hikayat')).toMatchObject({ relation: 'team', failed: 0 });
    expect(found.get('Nanda Umpama')).toMatchObject({ relation: 'receiver' });
    expect(found.get('Nanda Umpama')!.looks).toBeGreaterThan(0);
    expect(found.get('Herlina Fiksi')).toMatchObject({ relation: 'supervisor', reveals: 1 });
  });

  it('is itself recorded, and answered to the team; whoever may not see the case learns nothing', async () => {
    const before = (await viewers('pendamping@uptd-ppa')).get('Dewi Hikayat')!.looks;
    expect((await viewers('pendamping@uptd-ppa')).get('Dewi Hikayat')!.looks).toBe(before + 1);
    expect((await stage.api.as('pendamping2@uptd-ppa').get(`/cases/${caseId}/viewers`)).status).toBe(404);
    expect((await stage.hospital.get(`/cases/${caseId}/viewers`)).status).toBe(403);
  });

  /**
   * Asked of everybody who has an account, about a case with a packet, one with bare questions, one whose consent was
   * withdrawn and one whose referral was taken back: what is said is what row-level security lets through.
   */
  it('"why can this person see this?" answers what the rows do, for every account and case', async () => {
    const sent = { whole: caseId } as Record<string, string>;
    const withdrawn = await stage.sent();
    done(await stage.sender.post(`/consents/${withdrawn.consentId}/withdrawal`, { reason: 'Klien minta.' }));
    const taken = await stage.sent();
    done(await stage.act(stage.sender, taken.id, 'cancellation', { reason: 'KLIEN_TIDAK_BERSEDIA' }));
    const asked = await stage.openCase();
    for (const kind of ['RSUD', 'PUSKESMAS']) await stage.consent(asked, kind);
    const also = { alsoAgencyIds: [stage.agencies.get('puskesmas-barat')] };
    done(await stage.act(stage.sender, await stage.draft(asked), 'fan-out', also));
    Object.assign(sent, { withdrawn: withdrawn.caseId, taken: taken.caseId, asked });

    interface Answered {
      id: string;
      email: string;
      ways: { relation: string; how: string; holds: boolean }[];
    }
    const said = await stage.within('pendamping@uptd-ppa', async (client) => {
      const found: Record<string, Answered[]> = {};
      for (const [name, id] of Object.entries(sent))
        found[name] = (
          await client.query<Answered>(
            `select a.id, s.name || ' (' || a.role || ')' as email, s.ways
               from simpul.account a, lateral simpul.sight_of_case($1, a.id) s where a.active`,
            [id],
          )
        ).rows;
      return found;
    });
    const wrong: string[] = [];
    const client = new pg.Client(stage.database.urls.api);
    await client.connect();
    for (const { id, email } of said.whole!) {
      const token = randomBytes(32).toString('base64url');
      await stage.admin.query(
        `insert into simpul.session (account_id, token_hash, idle_seconds, expires_at)
           values ($1, sha256(convert_to($2, 'UTF8')), 900, simpul.now() + interval '1 day')`,
        [id, token],
      );
      await client.query('begin');
      await client.query('select ctx.enter($1)', [token]);
      for (const [name, of] of Object.entries(sent)) {
        const { rows } = await client.query<Record<'case' | 'report' | 'packet' | 'question', boolean>>(
          `select exists (select from simpul.case_file where id = $1) as "case",
                  exists (select from simpul.report where case_id = $1) as report,
                  exists (select from simpul.disclosure d join simpul.referral r on r.id = d.referral_id where d.case_id = $1) as packet,
                  exists (select from simpul.referral where case_id = $1 and bare) as question`,
          [of],
        );
        const { ways } = said[name]!.find((one) => one.id === id)!;
        const holds = (...hows: string[]) => ways.some((way) => way.holds && hows.includes(way.how));
        const inside = holds('owner', 'member', 'named', 'unit', 'emergency');
        const expected = {
          case: inside,
          report: inside || holds('report'),
          packet: inside || holds('receiver'),
          question: name === 'asked' && (inside || holds('asked')),
        };
        if (JSON.stringify(rows[0]) !== JSON.stringify(expected))
          wrong.push(`${email}, ${name}: said ${JSON.stringify(expected)}, is ${JSON.stringify(rows[0])}`);
      }
      await client.query('rollback');
    }
    await client.end();
    expect(said.whole!.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  it('is answered to an auditor by the pseudonym of the case, and to nobody else by that', async () => {
    const { rows } = await stage.admin.query<{ ref: string; account: string }>(
      `select k.ledger_ref as ref, a.id as account from simpul.case_key k, simpul.account a
        where k.case_id = $1 and a.email = 'pendamping@uptd-ppa.simpul.example'`,
      [caseId],
    );
    const { ref, account } = rows[0]!;
    const auditor = stage.api.as('auditor@inspektorat');
    const list = done(
      await auditor.get<{ items: { name: string; sees: boolean }[] }>(`/audit/cases/${ref}/sight`),
    );
    expect(list.items).toContainEqual(expect.objectContaining({ name: 'Dewi Hikayat', sees: true }));
    expect(list.items).toContainEqual(expect.objectContaining({ name: 'Lestari Contoh', sees: false }));
    const why = done(await auditor.get<{ ways: object[] }>(`/audit/cases/${ref}/sight/${account}`));
    expect(why.ways).toContainEqual(expect.objectContaining({ how: 'owner', holds: true }));
    expect(JSON.stringify([list, why])).not.toMatch(new RegExp(`${caseId}|PBM-|Kinanti`));
    // Neither by the case's own id, nor somebody who is no auditor, nor in SQL.
    expect((await auditor.get(`/audit/cases/${caseId}/sight`)).status).toBe(404);
    expect((await stage.api.as('kepala@uptd-ppa').get(`/audit/cases/${ref}/sight`)).status).toBe(403);
    for (const who of ['pendamping@uptd-ppa', 'integritas@inspektorat'])
      expect(await stage.asRole(who, 'select * from simpul.sight_of_ref($1, null)', [ref])).toEqual([]);
    const asked = await stage.admin.query(
      `select 1 from ledger.entry where act = 'case.sightRead' and actor_role = 'auditor' and object_id = $1`,
      [ref],
    );
    expect(asked.rowCount).toBe(2);
    // A sealed case is not there for an auditor either.
    await stage.admin.query('update simpul.case_file set sealed = true where id = $1', [caseId]);
    expect((await auditor.get(`/audit/cases/${ref}/sight`)).status).toBe(404);
    await stage.admin.query('update simpul.case_file set sealed = false where id = $1', [caseId]);
  });
});
