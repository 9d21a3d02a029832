// Four eyes, counted by human being; what may leave the house; what a screen may show.
export const TWO_PEOPLE = [
  {
    name: 'a case ends while its referrals run',
    file: 'libs/closure/src/rules/closing.ts',
    from: 'return openReferrals + unconfirmedReferrals + drafts > 0;',
    to: 'return false;',
    spec: 'libs/closure/src/rules/closing.spec.ts',
  },
  {
    name: 'whoever proposed a waiver approves it',
    file: 'libs/deadlines/src/rules/available-acts.ts',
    from: `else if (sight.waiverProposedBy !== viewer.personId) acts.push('approveWaiver');`,
    to: `else acts.push('approveWaiver');`,
    spec: 'libs/deadlines/src/rules/available-acts.spec.ts',
  },
  {
    name: 'whoever wrote a rule approves it',
    file: 'libs/deadlines/src/rule-versions.service.ts',
    from: `if (proposal.proposedByPerson === actor.personId) throw new Refused('fourEyes.samePerson');`,
    to: '',
    spec: 'test/api/rule-register.e2e-spec.ts',
  },
  {
    name: 'what an interest proposed is agreed to',
    file: 'libs/cases/src/refuse-interest.ts',
    from: `if (row!.yes) throw new Refused('fourEyes.conflict');`,
    to: '',
    spec: ['test/api/conflict-of-interest.e2e-spec.ts'],
  },
  {
    name: 'a consent covers every class of data',
    file: 'libs/consent/src/rules/cover.ts',
    from: `return need.scope === 'OWN_REFERRAL' || basis.scopes.includes(need.scope);`,
    to: 'return true;',
    spec: 'libs/consent/src/rules/lawful-basis.spec.ts',
  },
  {
    name: 'a packet says more than its policy allows',
    file: 'libs/handoff/src/rules/disclose.ts',
    from: 'const level = exceeds(wanted, max) ? max : wanted;',
    to: 'const level = wanted;',
    spec: 'libs/handoff/src/rules/disclose.spec.ts',
  },
  {
    name: 'a number is shown whole',
    file: 'libs/cases/src/rules/masking.ts',
    from: 'return nik ? `${HIDDEN}${nik.slice(-4)}` : null;',
    to: 'return nik ?? null;',
    spec: 'libs/cases/src/rules/masking.spec.ts',
  },
];
