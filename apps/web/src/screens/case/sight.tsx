import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import type { Sight as State } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Select } from '../../elements/fields';
import { Loaded } from '../../elements/states';
import { useLocale, useWords, type WordKey } from '../../words/words';

/** "Why can this person see this?", of a case or, for an auditor, of its pseudonym: the unit, the team and every agency that was sent something. Each question is recorded. */
export function Sight({ about }: { about: { caseId: string } | { caseRef: string } }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [who, setWho] = useState('');
  const people = useQuery({
    queryKey: ['case', about, 'sight'],
    queryFn: () =>
      answer(
        'caseId' in about
          ? api.GET('/api/cases/{id}/sight', { params: { path: { id: about.caseId } } })
          : api.GET('/api/audit/cases/{id}/sight', { params: { path: { id: about.caseRef } } }),
      ),
    enabled: open,
    refetchOnWindowFocus: false,
  });
  const why = useQuery({
    queryKey: ['case', about, 'sight', who],
    queryFn: () =>
      answer(
        'caseId' in about
          ? api.GET('/api/cases/{id}/sight/{accountId}', {
              params: { path: { id: about.caseId, accountId: who } },
            })
          : api.GET('/api/audit/cases/{id}/sight/{accountId}', {
              params: { path: { id: about.caseRef, accountId: who } },
            }),
      ),
    enabled: who !== '',
    refetchOnWindowFocus: false,
  });
  if (!open)
    return (
      <p className="no-print">
        <Button onClick={() => setOpen(true)}>{t('sight.ask')}</Button>
      </p>
    );
  return (
    <div className="stack no-print">
      <Loaded asked={people} rows={1}>
        {({ items }) => (
          <Select
            label={t('sight.who')}
            hint={t('sight.recorded')}
            placeholder={t('sight.choose')}
            value={who}
            onChange={(event) => setWho(event.target.value)}
            options={items.map(({ accountId, name, role, agencyName }) => ({
              value: accountId,
              label: `${name} · ${t(`role.${role}` as WordKey)}, ${agencyName}`,
            }))}
          />
        )}
      </Loaded>
      {who !== '' && (
        <Loaded asked={why} rows={2}>
          {(state) => <Why state={state} />}
        </Loaded>
      )}
    </div>
  );
}

const NAMED = [
  'CaseView',
  'HistoryView',
  'NotesView',
  'RevealView',
  'ReportPageView',
  'ReferralPageView',
] as const;

function Why({ state: { name, sees, ways, barred, opens } }: { state: State }) {
  const t = useWords();
  const locale = useLocale();
  const at = (iso: string | null) => (iso ? dayAndTime(iso, locale) : '');
  const opened = NAMED.filter((answered) => opens.some((line) => line.answer === answered));
  return (
    <div aria-live="polite" className="stack">
      <p>
        <b>{t(sees ? 'sight.sees' : 'sight.seesNot', { name })}</b>
      </p>
      <ul>
        {barred.map((why) => (
          <li key={why}>{t(`sight.bar.${why}`)}</li>
        ))}
        {ways.map(({ how, since, until, holds }) => (
          <li key={`${how} ${since}`} className={holds ? undefined : 'soft'}>
            {until && how !== 'emergency'
              ? t('sight.ended', { since: at(since), until: at(until) })
              : t(`sight.way.${how}`, { since: at(since), until: at(until) })}
            {!holds && !until && ` ${t('sight.notNow')}`}
          </li>
        ))}
        {ways.length === 0 && barred.length === 0 && <li>{t('sight.noWay')}</li>}
      </ul>
      {opened.length > 0 && (
        <p>{t('sight.opens', { what: opened.map((what) => t(`sight.open.${what}`)).join(', ') })}</p>
      )}
    </div>
  );
}
