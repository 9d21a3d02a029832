import { may, type Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { Injectable } from '@nestjs/common';
import { readCaseFacts, type CaseFacts } from './case-facts.js';
import { CaseContents, type OpenedPerson } from './case-contents.js';
import { CaseParts } from './case-parts.js';
import { emergencySight, type EmergencySight } from './emergency-sight.js';
import { stageFacts } from './cases.queries.js';
import { availableCaseActs, type CaseAct } from './rules/case-acts.js';
import { inAnEmergency } from './rules/emergency-view.js';
import { gbvimsType, type GbvimsVerdict } from './rules/gbvims-type.js';
import { stageOf, stageSteps, type Stage, type StageFacts, type StageStep } from './rules/stage.js';

export interface TeamMember {
  accountId: string;
  name: string;
  role: string;
  agencyId: string;
  agencyName: string;
  since: Date;
}

/** One case as its page shows it: names masked, everything that other libraries know in `parts`. */
export interface OpenedCase {
  facts: CaseFacts;
  stage: Stage;
  /** The bar: what the case has behind it, what it went past, where it stands. */
  stages: StageStep[];
  agency: { id: string; name: string };
  owner: { accountId: string; name: string };
  team: TeamMember[];
  milestones: { id: string; kind: string; at: Date }[];
  /** `district` is its name here, not its code. */
  clients: OpenedPerson[];
  reported: OpenedPerson[];
  guardians: OpenedPerson[];
  gbvims: GbvimsVerdict;
  parts: Record<string, unknown>;
  /** By which the reader sees the case; null for whoever works on it or answers for it. */
  emergency: EmergencySight | null;
  availableActs: CaseAct[];
}

/** The case page: one transaction, one ledger entry, whatever the number of libraries that add to it. */
@Injectable()
export class CasePages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: CaseContents,
    private readonly parts: CaseParts,
    private readonly ledger: Ledger,
  ) {}

  async read(actor: Actor, caseId: string): Promise<OpenedCase> {
    const act = { name: 'case.read', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await readCaseFacts(work, caseId);
      const emergency = await emergencySight(work, caseId);
      const page = { ...(await this.compose(work, actor, facts)), emergency };
      await this.ledger.append(work, {
        act: emergency ? 'emergencyAccess.read' : 'case.read',
        object: { kind: 'case', id: caseId },
        caseId,
        ...(emergency && { facts: { accessId: emergency.accessId } }),
      });
      return emergency ? inAnEmergency(page) : page;
    });
  }

  private async compose(work: Work, actor: Actor, facts: CaseFacts): Promise<Omit<OpenedCase, 'emergency'>> {
    const [frame] = await work.query<Frame>(frameSql(this.parts.stageFactsSql()), [facts.id]);
    const course = stageFacts(
      frame!.stageFacts,
      frame!.milestones.map((one) => one.kind),
      facts.state === 'CLOSED',
    );
    const people = await this.contents.people(work, facts.id);
    const districts = await this.districtNames(work, people);
    return {
      facts,
      stage: stageOf(course),
      stages: stageSteps(course),
      agency: { id: facts.agencyId, name: frame!.agencyName },
      owner: { accountId: facts.ownerAccountId, name: frame!.ownerName },
      team: frame!.team.map((member) => ({ ...member, since: new Date(member.since) })),
      milestones: frame!.milestones.map((one) => ({ ...one, at: new Date(one.at) })),
      clients: people
        .filter((person) => person.kind === 'VICTIM')
        .map((person) => ({ ...person, district: districts.get(person.district ?? '') ?? null })),
      reported: people.filter((person) => person.kind === 'REPORTED'),
      guardians: people.filter((person) => person.kind === 'GUARDIAN'),
      gbvims: gbvimsType(facts),
      parts: await this.parts.read(work, facts),
      availableActs: availableCaseActs(facts, (name) => may(actor.role, name)),
    };
  }

  private async districtNames(work: Work, people: readonly OpenedPerson[]): Promise<Map<string, string>> {
    const codes = people.flatMap((person) => person.district ?? []);
    if (codes.length === 0) return new Map();
    const rows = await work.query<{ code: string; name: string }>(
      'select code, name from simpul.region where code = any ($1)',
      [codes],
    );
    return new Map(rows.map((row) => [row.code, row.name]));
  }
}

interface Frame {
  agencyName: string;
  ownerName: string;
  stageFacts: Partial<StageFacts>;
  team: (Omit<TeamMember, 'since'> & { since: string })[];
  milestones: { id: string; kind: string; at: string }[];
}

const frameSql = (stageFacts: string): string => `
  select g.name as "agencyName", a.display_name as "ownerName", ${stageFacts} as "stageFacts",
         coalesce((select json_agg(json_build_object('accountId', m.account_id, 'name', t.display_name, 'role', t.role,
                                                     'agencyId', m.agency_id, 'agencyName', t.agency_name,
                                                     'since', m.since) order by m.since, t.display_name)
                     from simpul.case_member m join simpul.account t on t.id = m.account_id
                    where m.case_id = c.id and m.until is null), '[]') as team,
         coalesce((select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'at', s.at) order by s.at)
                     from simpul.milestone s where s.case_id = c.id), '[]') as milestones
    from simpul.case_file c join simpul.agency g on g.id = c.agency_id
    join simpul.account a on a.id = c.owner_account_id
   where c.id = $1`;
