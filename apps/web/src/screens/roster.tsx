import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { useSession } from '../api/session';
import type { DutyNow, Roster as RosterFile, RosterLine } from '../api/contract';
import { cityDay, clockTime, longDay, shortDay } from '../clock/dates';
import { Button } from '../elements/button';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { IconAlertTriangle, IconPhone } from '../elements/icons';
import { AddLine, NameFallback, RemoveLine } from './roster/roster-dialogs';
import './roster/roster.css';

type Doing = { kind: 'shift' | 'absence' } | { kind: 'fallback' } | undefined;

/** Who answers at night and on holidays: the own agency's roster, and who is on duty elsewhere now. */
export default function Roster() {
  const t = useWords();
  const { agency } = useSession();
  const [doing, setDoing] = useState<Doing>();
  const asked = useQuery({
    queryKey: ['roster'],
    queryFn: () => answer(api.GET('/api/duty-roster/shifts', { params: { query: {} } })),
  });
  const now = useQuery({ queryKey: ['duty'], queryFn: () => answer(api.GET('/api/duty-roster')) });
  const close = () => setDoing(undefined);
  const own = now.data?.items.find(({ agencyId }) => agencyId === agency.id);
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('roster.title')}</h1>
          <p>{t('roster.lead')}</p>
        </div>
        {asked.data?.mayEdit && (
          <span className="roster-acts">
            <Button large onClick={() => setDoing({ kind: 'fallback' })}>
              {t('roster.fallbackAct')}
            </Button>
            <Button large onClick={() => setDoing({ kind: 'absence' })}>
              {t('roster.absenceAct')}
            </Button>
            <Button kind="pri" large onClick={() => setDoing({ kind: 'shift' })}>
              {t('roster.shiftAct')}
            </Button>
          </span>
        )}
      </div>
      <StaleBar asked={asked} />
      <Loaded asked={asked} rows={6}>
        {(roster) => (
          <>
            {own && <Now duty={own} roster={roster} />}
            <Lines roster={roster} kind="shift" />
            <Lines roster={roster} kind="absence" />
            {doing?.kind === 'fallback' && <NameFallback roster={roster} onClose={close} />}
            {(doing?.kind === 'shift' || doing?.kind === 'absence') && (
              <AddLine kind={doing.kind} roster={roster} onClose={close} />
            )}
          </>
        )}
      </Loaded>
      <Loaded asked={now} rows={8}>
        {(all) => <Elsewhere items={all.items.filter(({ agencyId }) => agencyId !== agency.id)} />}
      </Loaded>
    </>
  );
}

function Now({ duty, roster }: { duty: DutyNow; roster: RosterFile }) {
  const t = useWords();
  const nobody = duty.onDuty.length === 0;
  return (
    <section className="panel" aria-label={t('roster.now')}>
      <div className="pad roster-now">
        <h2>{t('roster.now')}</h2>
        {nobody ? (
          <div className="note warn" role="status">
            <IconAlertTriangle size={18} aria-hidden="true" />
            <div>{t('roster.nobody')}</div>
          </div>
        ) : (
          <ul>
            {duty.onDuty.map((one) => (
              <li key={one.accountId}>
                <b>{one.displayName}</b>{' '}
                {one.reason !== 'SHIFT' && <span className="soft">{t(`roster.reason.${one.reason}`)}</span>}
              </li>
            ))}
          </ul>
        )}
        <p className="soft">
          {roster.fallback
            ? t('roster.fallbackIs', { name: roster.fallback.displayName })
            : t(roster.mayEdit ? 'roster.nameFallback' : 'roster.noFallback')}
        </p>
      </div>
    </section>
  );
}

function Lines({ roster, kind }: { roster: RosterFile; kind: 'shift' | 'absence' }) {
  const t = useWords();
  const locale = useLocale();
  const [removing, setRemoving] = useState<RosterLine>();
  const lines = kind === 'shift' ? roster.shifts : roster.absences;
  const title = t(kind === 'shift' ? 'roster.shifts' : 'roster.absences');
  if (kind === 'absence' && lines.length === 0) return null;
  return (
    <section className="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      {lines.length === 0 ? (
        <Empty title={t('roster.noShifts')} />
      ) : (
        <ul className="roster-lines">
          {lines.map((line) => (
            <li key={line.id}>
              <b>{longDay(line.startsAt, locale)}</b>
              <div>
                {line.displayName}
                <p className="soft small">
                  {t('roster.span', { from: clockTime(line.startsAt, locale), to: endWords(line, locale) })}
                  {line.standInName && <> · {t('roster.standIn', { name: line.standInName })}</>}
                </p>
              </div>
              {roster.mayEdit && (
                <Button kind="quiet" onClick={() => setRemoving(line)}>
                  {t('roster.remove')}
                  <span className="hidden">
                    {' '}
                    {line.displayName} {shortDay(line.startsAt, locale)}
                  </span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {removing && <RemoveLine kind={kind} line={removing} onClose={() => setRemoving(undefined)} />}
    </section>
  );
}

/** The hour alone on the same day, else with the day. */
function endWords({ startsAt, endsAt }: RosterLine, locale: 'id' | 'en'): string {
  const time = clockTime(endsAt, locale);
  return cityDay(startsAt) === cityDay(endsAt) ? time : `${shortDay(endsAt, locale)} ${time}`;
}

function Elsewhere({ items }: { items: DutyNow[] }) {
  const t = useWords();
  return (
    <section className="panel" aria-label={t('roster.elsewhere')}>
      <header>
        <h2>{t('roster.elsewhere')}</h2>
      </header>
      <ul className="roster-lines elsewhere">
        {items.map((duty) => (
          <li key={duty.agencyId}>
            <b>{duty.agencyName}</b>
            <div>
              {duty.onDuty.map(({ displayName }) => displayName).join(', ') ||
                t(`roster.by.${duty.by as 'DESK' | 'ON_CALL' | 'NOBODY'}`)}
            </div>
            {duty.dutyPhone && (
              <a href={`tel:${duty.dutyPhone.replaceAll(/[^+\d]/g, '')}`}>
                <IconPhone size={16} aria-hidden="true" />
                {duty.dutyPhone}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
