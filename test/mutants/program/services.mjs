// What the acts themselves refuse, beside the pure rules: read from the services, each with the specs that should see it.
import { mutantsOf, refusals } from './weakened.mjs';

const db = (name) => `libs/${name}.db-spec.ts`;
const api = (name) => `test/api/${name}.e2e-spec.ts`;
const ACCOUNTS = db('accounts/src/accounts');
const BASES = [db('consent/src/bases-that-act'), db('handoff/src/receiver-sees')];
const CONFERENCES = db('conferences/src/conferences');
/** Also: what is not done by whoever receives. */
const ONE_TIME_LINK = db('replies/src/one-time-link');
const LINKS = [ONE_TIME_LINK, db('notifications/src/link-mails')];
const RULES = api('rule-register');

const ACTS = {
  'accounts/src/accounts.service': [ACCOUNTS, db('transfers/src/departures')],
  'accounts/src/identities.service': api('oidc'),
  'accounts/src/newcomers.service': ACCOUNTS,
  'accounts/src/recovery.service': api('recovery'),
  'cases/src/case-for-act': [CONFERENCES, api('closing-a-case')],
  'cases/src/case-team.service': [db('cases/src/cases'), api('conflict-of-interest'), api('sealed-cases')],
  'cases/src/identities.service': db('cases/src/cases'),
  'closure/src/aftercare.service': api('case-level-clocks'),
  'closure/src/case-closing.service': api('closing-a-case'),
  'conferences/src/conferences.service': CONFERENCES,
  'conferences/src/invitations.service': CONFERENCES,
  'consent/src/consents.service': BASES,
  'consent/src/overrides.service': BASES,
  'deadlines/src/deadline-acts.service': [api('deadlines'), api('conflict-of-interest')],
  'deadlines/src/rule-versions.service': RULES,
  'handoff/src/link/link-mails.service': LINKS,
  'handoff/src/link/links.service': LINKS,
  'handoff/src/letter/letters.service': [db('handoff/src/letter'), db('handoff/src/fan-out'), ONE_TIME_LINK],
  'handoff/src/notes/note-sharing.service': db('handoff/src/notes/note-audience'),
  'handoff/src/packet-freezer': db('handoff/src/sending'),
  'handoff/src/packet-updates.service': [db('handoff/src/packet-updates'), ONE_TIME_LINK],
  'handoff/src/packets': db('handoff/src/sending'),
  'handoff/src/previews.queries': [db('handoff/src/handoff'), ONE_TIME_LINK],
  'handoff/src/rerouting.service': [db('handoff/src/rerouting'), ONE_TIME_LINK],
  'handoff/src/sending.service': db('handoff/src/rerouting'),
  'intake/src/intake.service': db('intake/src/intake'),
  'intake/src/report-identities.service': db('intake/src/intake'),
  'oversight/src/bait/bait.service': db('oversight/src/bait/bait'),
  'oversight/src/conflicts.service': api('conflict-of-interest'),
  'oversight/src/emergency/emergency-access.service': api('emergency-access'),
  'oversight/src/reviews/reviews.service': db('oversight/src/reviews/reviews'),
  'oversight/src/seals.service': api('sealed-cases'),
  'referrals/src/appointments/appointments.service': db('referrals/src/appointments/appointments'),
  'referrals/src/appointments/arrangements': db('referrals/src/appointments/appointments'),
  'referrals/src/referral-moves.service': [db('handoff/src/receiver-sees'), db('handoff/src/fan-out')],
  'replies/src/returned-slips.service': [db('replies/src/returned-slip'), ONE_TIME_LINK],
  'screening/src/screening.service': [db('screening/src/lowering'), db('screening/src/screening')],
  'transfers/src/departures.service': db('transfers/src/departures'),
  'transfers/src/transfers.service': db('transfers/src/transfers'),
};

export const SERVICES = Object.entries(ACTS).flatMap(([name, specs]) =>
  mutantsOf(`libs/${name}.ts`, [specs].flat(), refusals),
);
