// Holds the two journals against the database: what was answered is there once, what is there was told once.

export async function judge(house, checkInvariants) {
  const { people } = house;
  await people.lookAtBell();
  const faults = [];
  const say = (lost, words) => faults.push({ lost, words });
  const answered = (path) => people.journal.filter((act) => act.status < 300 && path.test(act.path));

  const reports = new Set(answered(/^\/reports$/).map(({ key }) => key));
  const stored = await house.count(
    `select from simpul.report r join simpul.account a on a.id = r.received_by where a.role = 'case_worker'
        or a.email like 'pendamping@uptd-ppa%'`,
  );
  if (stored < reports.size) say(true, `${reports.size} reports were acknowledged, ${stored} are there`);
  if (stored > reports.size) say(false, `${reports.size} reports were acknowledged, ${stored} are there`);

  for (const [noun, act] of [
    ['sending', 'send'],
    ['receipt', 'acknowledge'],
    ['acceptance', 'accept'],
  ]) {
    const ids = new Set(answered(new RegExp(`/${noun}$`)).map(({ path }) => path.split('/')[2]));
    const moves = await house.rows(
      'select referral_id as id, count(*)::int as n from simpul.referral_move where act = $1 group by 1',
      [act],
    );
    const made = new Map(moves.map(({ id, n }) => [id, n]));
    for (const id of ids) if (!made.has(id)) say(true, `${noun} of ${id} was acknowledged and is not there`);
    for (const [id, n] of made) {
      if (n > 1) say(false, `${noun} of ${id} happened ${n} times`);
      if (!ids.has(id)) say(false, `${noun} of ${id} happened and nobody was told so`);
    }
  }

  const officers = await house.rows(
    `select id, email from simpul.account where role = 'agency_officer' and active
        and agency_id in (select id from simpul.agency where code = 'rsud-igd')`,
  );
  const sent = await house.rows('select id from simpul.referral where sent_at is not null');
  for (const { id: officer, email } of officers) {
    const told = await house.rows(
      `select referral_id as id, count(*)::int as n from simpul.notification
        where account_id = $1 and message = 'referral.sent' group by 1`,
      [officer],
    );
    compare(say, `${email} was told of`, sent, told);
  }
  const seen = new Map();
  for (const { referralId, words } of people.shown.values())
    if (words.startsWith('Rujukan baru')) seen.set(referralId, (seen.get(referralId) ?? 0) + 1);
  compare(
    say,
    'the officer saw',
    sent,
    [...seen].map(([id, n]) => ({ id, n })),
  );

  const steps = await house.rows(
    `select s.id, s.status, s.fired_at < s.fire_at as early,
            (select count(*)::int from simpul.outbox o where o.ids ->> 'stepId' = s.id::text) as n,
            d.status in ('running', 'paused', 'missed') as open,
            (select coalesce(max(n), 0) from (select count(*)::int as n from simpul.notification t where t.step_id = s.id group by t.account_id) x) as most
       from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id where s.id = any ($1::uuid[])`,
    [house.steps],
  );
  for (const step of steps) {
    if (step.open && step.status !== 'fired') say(true, `step ${step.id} is ${step.status}`);
    if (step.early) say(false, `step ${step.id} fired early`);
    if (step.open && (step.n === 0 || step.most === 0)) say(true, `step ${step.id} told nobody`);
    if (step.n > 1 || step.most > 1) say(false, `step ${step.id} told somebody twice`);
  }

  // A mailbox drops the second copy of a Message-ID, so a mail that comes twice with one id was told once.
  const arrived = new Set(house.mail.ids);
  const deliveries = await house.rows(
    `select d.id, d.status, d.alarmed_at is not null as alarmed from simpul.delivery d where d.channel = 'email'`,
  );
  for (const { id, status, alarmed } of deliveries) {
    if (status === 'sent' && !arrived.has(id)) say(true, `mail ${id} is called sent and never arrived`);
    if (status === 'pending') say(true, `mail ${id} still waits`);
    if (status === 'failed' && !alarmed) say(true, `mail ${id} failed and nobody was told`);
  }
  const owed = new Set(deliveries.map(({ id }) => id));
  for (const id of arrived) if (!owed.has(id)) say(false, `mail ${id} arrived and nothing says so`);

  const { findings } = await checkInvariants((sql) => house.rows(sql));
  for (const { name, count, breaches } of findings)
    if (count > 0) say(true, `invariant ${name}: ${count} × ${JSON.stringify(breaches.slice(0, 3))}`);
  return {
    faults,
    acts: people.journal.length,
    sent: sent.length,
    steps: steps.length,
    shown: people.shown.size,
    mails: arrived.size,
  };
}

function compare(say, words, wanted, found) {
  const times = new Map(found.map(({ id, n }) => [id, n]));
  for (const { id } of wanted) {
    const n = times.get(id) ?? 0;
    if (n === 0) say(true, `${words} ${id}: never`);
    if (n > 1) say(false, `${words} ${id}: ${n} times`);
  }
}
