// The pure rules that say no: read from their files, so that a new rule in one of them is a new mutant. Each `if` never
// met, each part of what has to be true together taken away, and each act of a table allowed to everybody from everywhere.
import { mutantsOf, weakened } from './weakened.mjs';

/** Files of rules that guard something: who may, what two people are needed for, what a basis covers, what leaves the house. */
const GUARDS = {
  'access/scope': 'scope.',
  'accounts/first-password': 'first-password.',
  'accounts/password': 'password.',
  'accounts/role-fits-agency': 'role-fits-agency.',
  'accounts/second-factor': 'second-factor.',
  'agencies/conflict-of-interest': 'agency-rules.',
  'cases/case-acts': 'case-acts.',
  'cases/emergency-view': 'emergency-view.',
  'cases/masking': 'masking.',
  'cases/reveal': 'reveal.',
  'closure/closing': 'closing.',
  'conferences/conference-lifecycle': 'conference-lifecycle.',
  'consent/against-a-no': 'lawful-basis.',
  'consent/cover': 'lawful-basis.',
  'consent/ends': 'may-record.',
  'consent/lawful-basis': 'lawful-basis.',
  'consent/may-countersign': 'lawful-basis.',
  'consent/may-record': 'may-record.',
  'consent/receivers': 'may-record.',
  'consent/refusal': 'lawful-basis.',
  'consent/void-guardian': 'lawful-basis.',
  'deadlines/available-acts': 'available-acts.',
  'exchange/secret-places': '../hsds.',
  'handoff/disclose': ['disclose.', 'vignettes-disclosure.'],
  'handoff/disclosure-policy': ['policy-and-matrix.', 'vignettes-disclosure.', 'disclose.'],
  'handoff/link-terms': 'link-terms.',
  'handoff/name-lint': 'name-lint.',
  'handoff/note-audience': 'note-audience.',
  'handoff/packet-changes': 'packet-changes.',
  'handoff/packet-under-bases': 'packet-under-bases.',
  'intake/report-lifecycle': 'report-lifecycle.',
  'notifications/push-endpoint': 'push-endpoint.',
  'oversight/emergency': 'emergency.',
  'oversight/sealing': 'sealing.',
  'oversight/who-reviews': 'who-reviews.',
  'referrals/appointment': 'appointment.',
  'referrals/fan': 'fan.',
  'referrals/may-send': 'may-send.',
  'referrals/referral-lifecycle': 'referral-lifecycle.',
  'referrals/withdrawal-fate': 'withdrawal-fate.',
  'replies/slip-answer': 'slip-answer.',
  'screening/approval': 'approval.',
  'screening/mediation': 'mediation.',
};

export const RULES = Object.entries(GUARDS).flatMap(([rule, specs]) => {
  const [lib, name] = rule.split('/');
  const folder = `libs/${lib}/src/rules`;
  const spec = [specs]
    .flat()
    .map((each) => new URL(`${each}spec.ts`, `file:///${folder}/`).pathname.slice(1));
  return mutantsOf(`${folder}/${name}.ts`, spec, weakened);
});
