import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { useSession } from '../api/session';
import type { Holiday, HolidayCalendar } from '../api/contract';
import { cityDay, longDay, noonOf } from '../clock/dates';
import { useNow } from '../clock/use-now';
import { Button } from '../elements/button';
import { Segment } from '../elements/fields';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { sourceWords } from '../elements/source-words';
import { AddHoliday, ImportHolidays, RemoveHoliday } from './register/holiday-dialogs';
import { CalendarGaps } from './register/calendar-gaps';
import { OfficeHoursPanel } from './register/office-hours';
import './register/register.css';

/** The days on which offices are shut: working days are counted around them. */
export default function Calendar() {
  const t = useWords();
  const keeps = useSession().permissions.includes('calendar.edit');
  const [doing, setDoing] = useState<'add' | 'import'>();
  const asked = useQuery({ queryKey: ['holidays'], queryFn: () => answer(api.GET('/api/holidays')) });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('calendar.title')}</h1>
          <p>{t('calendar.lead')}</p>
        </div>
        {keeps && (
          <span className="rule-acts">
            <Button large onClick={() => setDoing('import')}>
              {t('calendar.import')}
            </Button>
            <Button kind="pri" large onClick={() => setDoing('add')}>
              {t('calendar.add')}
            </Button>
          </span>
        )}
      </div>
      <StaleBar asked={asked} />
      <CalendarGaps here />
      <OfficeHoursPanel keeps={keeps} />
      <Loaded asked={asked} rows={8}>
        {(calendar) => <Years calendar={calendar} keeps={keeps} />}
      </Loaded>
      {doing === 'add' && <AddHoliday onClose={() => setDoing(undefined)} />}
      {doing === 'import' && <ImportHolidays onClose={() => setDoing(undefined)} />}
    </>
  );
}

function Years({ calendar, keeps }: { calendar: HolidayCalendar; keeps: boolean }) {
  const t = useWords();
  const today = cityDay(useNow());
  const years = [
    ...new Set([...calendar.items.map(({ date }) => date.slice(0, 4)), today.slice(0, 4)]),
  ].sort();
  const [year, setYear] = useState(today.slice(0, 4));
  const shown = calendar.items.filter(({ date }) => date.startsWith(year));
  const [removing, setRemoving] = useState<Holiday>();
  return (
    <section className="panel" aria-label={t('calendar.holidays')}>
      <div className="filter-bar">
        <h2>{t('calendar.holidays')}</h2>
        <Segment
          label={t('calendar.year')}
          hideLabel
          value={year}
          onChange={setYear}
          options={years.map((one) => ({ value: one, label: one }))}
        />
        <span className="soft small">
          {t(calendar.years.includes(Number(year)) ? 'calendar.loaded' : 'calendar.notLoaded', {
            n: shown.length,
          })}
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty title={t('calendar.none')} />
      ) : (
        <ul className="holidays">
          {shown.map((holiday) => (
            <Day
              key={holiday.id}
              holiday={holiday}
              remove={keeps && holiday.date > today ? () => setRemoving(holiday) : undefined}
            />
          ))}
        </ul>
      )}
      {removing && <RemoveHoliday holiday={removing} onClose={() => setRemoving(undefined)} />}
    </section>
  );
}

function Day({ holiday, remove }: { holiday: Holiday; remove?: () => void }) {
  const t = useWords();
  const locale = useLocale();
  return (
    <li>
      <b>{longDay(noonOf(holiday.date), locale)}</b>
      <div>
        {holiday.name}
        <p className="soft small">
          {t(`calendar.kind.${holiday.kind}`)}
          {holiday.regionCode && <> · {holiday.regionName ?? holiday.regionCode}</>} ·{' '}
          {sourceWords(holiday.basis, locale)}
        </p>
      </div>
      {remove && (
        <Button kind="quiet" onClick={remove}>
          {t('calendar.remove')}
          <span className="hidden"> {holiday.name}</span>
        </Button>
      )}
    </li>
  );
}
