import { useState, type FormEvent } from 'react';
import { useLocale, useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, serverNow, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { Roster, RosterLine } from '../../api/contract';
import { cityDay, fromCityInput, longDay } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { MomentInput, Select } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';

const REFRESHES = ['roster', 'duty'];
/** How often a night of the week is usually planned ahead; the server allows half a year. */
const WEEKS = [0, 1, 3, 7, 12];
const FIRST = { shift: ['16:00', '08:00'], absence: ['00:00', '00:00'] } as const;

type Kind = 'shift' | 'absence';

/** A night on duty, or days away, with whoever stands in. */
export function AddLine({ kind, roster, onClose }: { kind: Kind; roster: Roster; onClose: () => void }) {
  const t = useWords();
  const today = cityDay(serverNow());
  const tomorrow = cityDay(new Date(serverNow().getTime() + 86_400_000));
  const [form, setForm] = useState({
    accountId: '',
    standInAccountId: '',
    startsAt: `${today}T${FIRST[kind][0]}`,
    endsAt: `${tomorrow}T${FIRST[kind][1]}`,
    repeatWeeks: '0',
  });
  const [missing, setMissing] = useState(false);
  const save = useAttempt(
    (
      body: {
        accountId: string;
        standInAccountId?: string;
        startsAt: string;
        endsAt: string;
        repeatWeeks?: number;
      },
      key,
    ) =>
      kind === 'shift'
        ? answer(api.POST('/api/duty-roster/shifts', { body, headers: withKey(key) }))
        : answer(api.POST('/api/duty-roster/absences', { body, headers: withKey(key) })),
    { refreshes: REFRESHES, done: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { accountId, standInAccountId, repeatWeeks } = form;
    const [startsAt, endsAt] = [fromCityInput(form.startsAt), fromCityInput(form.endsAt)];
    setMissing(!accountId || !startsAt || !endsAt);
    if (!accountId || !startsAt || !endsAt) return;
    void save.run({
      accountId,
      startsAt,
      endsAt,
      ...(standInAccountId && { standInAccountId }),
      ...(kind === 'shift' && { repeatWeeks: Number(repeatWeeks) }),
    });
  };
  const field = (name: keyof typeof form, required = false) => {
    const found = save.problem?.faults.find(({ pointer }) => pointer === `/${name}`);
    return {
      value: form[name],
      onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
      fault: missing && required && !form[name] ? t('fault.required') : found && faultWords(found, t),
    };
  };
  const people = roster.colleagues.map(({ accountId, displayName }) => ({
    value: accountId,
    label: displayName,
  }));
  return (
    <Dialog title={t(kind === 'shift' ? 'roster.shiftAct' : 'roster.absenceAct')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Select
          label={t('roster.person')}
          placeholder={t('roster.choose')}
          options={people}
          {...field('accountId', true)}
        />
        <div className="roster-times">
          <MomentInput label={t('roster.from')} {...field('startsAt', true)} />
          <MomentInput label={t('roster.to')} {...field('endsAt', true)} />
        </div>
        <Select
          label={t('roster.standInLabel')}
          placeholder={t('roster.nobodyStandsIn')}
          options={people.filter(({ value }) => value !== form.accountId)}
          {...field('standInAccountId')}
        />
        {kind === 'shift' && (
          <Select
            label={t('roster.repeat')}
            options={WEEKS.map((n) => ({
              value: String(n),
              label: n === 0 ? t('roster.once') : t('roster.weeks', { n: n + 1 }),
            }))}
            {...field('repeatWeeks')}
          />
        )}
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('act.save')} />
      </form>
    </Dialog>
  );
}

/** Who is called when nobody is on duty. */
export function NameFallback({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const t = useWords();
  const [accountId, setAccountId] = useState(roster.fallback?.accountId ?? '');
  const [missing, setMissing] = useState(false);
  const save = useAttempt(
    (body: { accountId: string }, key) =>
      answer(api.POST('/api/duty-roster/fallback', { body, headers: withKey(key) })),
    { refreshes: REFRESHES, done: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!accountId);
    if (accountId) void save.run({ accountId });
  };
  const fault = save.problem?.faults.find(({ pointer }) => pointer === '/accountId');
  return (
    <Dialog title={t('roster.fallbackAct')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{t('roster.fallbackMore')}</p>
        <Select
          label={t('roster.person')}
          placeholder={t('roster.choose')}
          value={accountId}
          onChange={(event) => setAccountId(event.target.value)}
          options={roster.colleagues.map((one) => ({ value: one.accountId, label: one.displayName }))}
          fault={missing ? t('fault.required') : fault && faultWords(fault, t)}
        />
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('act.save')} />
      </form>
    </Dialog>
  );
}

export function RemoveLine({ kind, line, onClose }: { kind: Kind; line: RosterLine; onClose: () => void }) {
  const t = useWords();
  const locale = useLocale();
  const save = useAttempt(
    (id: string, key) => {
      const options = { params: { path: { id } }, headers: withKey(key) };
      return kind === 'shift'
        ? answer(api.POST('/api/duty-roster/shifts/{id}/removal', options))
        : answer(api.POST('/api/duty-roster/absences/{id}/removal', options));
    },
    { refreshes: REFRESHES, done: onClose },
  );
  return (
    <Dialog title={t('roster.removeTitle')} onClose={onClose}>
      <div className="stack">
        <p>
          {line.displayName}, {longDay(line.startsAt, locale)}. {t('roster.removeMore')}
        </p>
        <RefusalNote problem={save.problem} />
        <footer>
          <Button large onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button kind="pri" large busy={save.busy} onClick={() => void save.run(line.id)}>
            {t('roster.remove')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
