import { useState } from 'react';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { Alarm } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { RadioList, TextArea } from '../../elements/fields';
import { Go } from '../../elements/go';
import { RefusalNote } from '../../elements/states';
import { Status } from '../../elements/status';
import { useLocale, useWords } from '../../words/words';
import { UnusualReading } from './unusual-reading';
import './alarms.css';

const MENDED_AT = { roster: '/piket', accounts: '/akun' } as const;
type Outcome = Alarm['outcomes'][number];

const REFRESHES = ['alarms', 'notifications'];

/** What happened, since when, who must act, what mends it, and the two answers that a person can give. */
export function AlarmItem({ alarm }: { alarm: Alarm }) {
  const t = useWords();
  const locale = useLocale();
  const [ending, setEnding] = useState(false);
  const take = useAttempt(
    (id: string, key) =>
      answer(
        api.POST('/api/alarms/{id}/acknowledgement', { params: { path: { id } }, headers: withKey(key) }),
      ),
    { refreshes: REFRESHES },
  );
  const { reading } = alarm;
  // Its sentences name the person.
  const about = [alarm.agencyName, reading ? '' : alarm.personName, alarm.detail].filter(Boolean).join(' · ');
  const mend = alarm.mendedAt;
  return (
    <li className="alarm-item">
      <div className="alarm-head">
        <b>{alarm.title}</b>
        <AlarmState alarm={alarm} />
      </div>
      {about && <p>{about}</p>}
      {reading && <UnusualReading reading={reading} name={alarm.personName ?? ''} />}
      {!alarm.resolved && <p className="soft">{alarm.advice}</p>}
      <p className="soft small">
        {t('alarm.since', { at: dayAndTime(alarm.since, locale) })}
        {alarm.times > 1 &&
          ` · ${t('alarm.times', { n: alarm.times, at: dayAndTime(alarm.lastSeenAt, locale) })}`}
      </p>
      {alarm.kind === 'BAIT_READ' && (
        <p>
          <Go to="/integritas/umpan">{t('alarm.toBait')}</Go>
        </p>
      )}
      <Answered alarm={alarm} />
      {alarm.availableActs.length > 0 && (
        <div className="alarm-acts no-print">
          {mend && (
            <Go className="btn" to={MENDED_AT[mend]}>
              {t(`alarm.mend.${mend}`)}
            </Go>
          )}
          {can(alarm.availableActs, 'alarm.acknowledge') && (
            <Button busy={take.busy} onClick={() => void take.run(alarm.id)}>
              {t('verb.take')}
              <span className="hidden">: {alarm.title}</span>
            </Button>
          )}
          {can(alarm.availableActs, 'alarm.resolve') && (
            <Button onClick={() => setEnding(true)}>
              {t('alarm.resolve')}
              <span className="hidden">: {alarm.title}</span>
            </Button>
          )}
        </div>
      )}
      <RefusalNote problem={take.problem} />
      {ending && <EndDialog alarm={alarm} onClose={() => setEnding(false)} />}
    </li>
  );
}

function AlarmState({ alarm }: { alarm: Alarm }) {
  const t = useWords();
  if (alarm.resolved) return <Status tone="done">{t('alarm.isEnded')}</Status>;
  if (alarm.acknowledged) return <Status tone="run">{t('alarm.isTaken')}</Status>;
  return <Status tone="late">{t('alarm.isOpen')}</Status>;
}

/** Who must act and until when it stays with them; then who answered, and how it was mended. */
function Answered({ alarm }: { alarm: Alarm }) {
  const t = useWords();
  const locale = useLocale();
  const { acknowledged, resolved, climbsAt, mustActNames } = alarm;
  if (resolved)
    return (
      <>
        <p>
          {alarm.outcome && <b>{t(`alarm.outcome.${alarm.outcome}`)}. </b>}
          {alarm.note}
        </p>
        <p className="soft small">
          {t('alarm.endedBy', { name: resolved.by, at: dayAndTime(resolved.at, locale) })}
        </p>
      </>
    );
  return (
    <p className="small">
      {acknowledged
        ? t('alarm.takenBy', { name: acknowledged.by, at: dayAndTime(acknowledged.at, locale) })
        : mustActNames.length > 0 && t('alarm.mustAct', { names: mustActNames.join(', ') })}
      {climbsAt && ` · ${t('alarm.climbs', { at: dayAndTime(climbsAt, locale) })}`}
    </p>
  );
}

function EndDialog({ alarm, onClose }: { alarm: Alarm; onClose: () => void }) {
  const t = useWords();
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const wantsOutcome = alarm.outcomes.length > 0;
  const [tried, setTried] = useState(false);
  const attempt = useAttempt(
    (body: { note: string; outcome?: Outcome }, key) =>
      answer(
        api.POST('/api/alarms/{id}/resolution', {
          params: { path: { id: alarm.id } },
          headers: withKey(key),
          body,
        }),
      ),
    { refreshes: REFRESHES, done: onClose },
  );
  const fault = useFault(attempt);
  const body = () => {
    setTried(true);
    if (!note.trim() || (wantsOutcome && !outcome)) return undefined;
    return { note: note.trim(), ...(outcome && { outcome }) };
  };
  return (
    <ActDialog
      title={t('alarm.resolveTitle')}
      lead={alarm.title}
      submit={t('alarm.resolveSave')}
      attempt={attempt}
      body={body}
      onClose={onClose}
    >
      {wantsOutcome && (
        <RadioList
          label={t('alarm.outcome')}
          value={outcome ?? ''}
          onChange={(value) => setOutcome(value as Outcome)}
          fault={tried && !outcome ? t('fault.required') : fault('/outcome')}
          options={alarm.outcomes.map((value) => ({
            value,
            label: (
              <>
                <b>{t(`alarm.outcome.${value}`)}</b>
                <span className="soft"> {t(`alarm.outcomeMore.${value}`)}</span>
              </>
            ),
          }))}
        />
      )}
      <TextArea
        label={t(wantsOutcome ? 'alarm.found' : 'alarm.note')}
        hint={t('alarm.noteHint')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
        fault={tried && !note.trim() ? t('fault.required') : fault('/note')}
      />
    </ActDialog>
  );
}
