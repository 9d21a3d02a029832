import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answer, api, withKey } from '../api/client';
import { useAttempt } from '../api/attempt';
import type { NewEmergency } from '../api/contract';
import { useSession } from '../api/session';
import { useFault } from '../elements/act-dialog';
import { Button } from '../elements/button';
import { RadioList, TextArea, TextInput } from '../elements/fields';
import { Empty, Loaded, RefusalNote, StaleBar } from '../elements/states';
import { useWords } from '../words/words';
import { AccessRow } from './emergency/access-row';
import './emergency/emergency.css';

const REASONS = ['DANGER_NOW', 'CLIENT_CALLS', 'MEDICAL', 'RESCUE', 'TEAM_UNREACHABLE'] as const;

/** One case for an hour, for whoever must act now; and what was opened so, for those who answer for it. */
export default function Emergency() {
  const t = useWords();
  const { permissions } = useSession();
  const asked = useQuery({
    queryKey: ['emergency'],
    queryFn: () => answer(api.GET('/api/emergency-accesses')),
    // The question is itself recorded.
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('emergency.title')}</h1>
          <p>{t(permissions.includes('emergency.open') ? 'emergency.lead' : 'emergency.leadWatch')}</p>
        </div>
      </div>
      <StaleBar asked={asked} />
      <div className={`emergency-page ${permissions.includes('emergency.review') ? 'list-first' : ''}`}>
        {permissions.includes('emergency.open') && <OpenForm />}
        <section className="panel" aria-label={t('emergency.listTitle')}>
          <header>
            <h2>{t('emergency.listTitle')}</h2>
          </header>
          <Loaded asked={asked} rows={4}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty title={t('emergency.none')}>
                  <span>{t('emergency.noneMore')}</span>
                </Empty>
              ) : (
                <ul className="access-list">
                  {items.map((access) => (
                    <AccessRow key={access.id} access={access} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        </section>
      </div>
    </>
  );
}

function OpenForm() {
  const t = useWords();
  const go = useNavigate();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: NewEmergency, key) => answer(api.POST('/api/emergency-accesses', { body, headers: withKey(key) })),
    {
      refreshes: ['emergency'],
      done: ({ caseId }) => void (caseId && go(`/kasus/${caseId}`)),
    },
  );
  const fault = useFault(save);
  const missing = (value: string) => (tried && !value.trim() ? t('fault.required') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!number.trim() || !reason || !words.trim()) return;
    const body = { caseNumber: number.trim(), reason: reason as NewEmergency['reason'], words: words.trim() };
    void save.run(body);
  };
  return (
    <form className="panel emergency-form" onSubmit={submit} noValidate aria-label={t('emergency.open')}>
      <header>
        <h2>{t('emergency.open')}</h2>
      </header>
      <div className="pad stack">
        <ul className="emergency-terms">
          <li>{t('emergency.term.hour')}</li>
          <li>{t('emergency.term.told')}</li>
          <li>{t('emergency.term.review')}</li>
        </ul>
        <TextInput
          label={t('emergency.number')}
          hint={t('emergency.numberHint')}
          placeholder="PBM-2026-0042"
          autoComplete="off"
          maxLength={40}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          fault={fault('/caseNumber') ?? missing(number)}
        />
        <RadioList
          id="alasan-darurat"
          label={t('emergency.reason')}
          value={reason}
          onChange={setReason}
          options={REASONS.map((code) => ({ value: code, label: t(`emergency.reason.${code}`) }))}
          fault={fault('/reason') ?? missing(reason)}
        />
        <TextArea
          label={t('emergency.words')}
          hint={t('emergency.wordsHint')}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          fault={fault('/words') ?? missing(words)}
        />
        <RefusalNote problem={save.problem} />
        <div>
          <Button kind="pri" type="submit" busy={save.busy}>
            {t('emergency.submit')}
          </Button>
        </div>
      </div>
    </form>
  );
}
