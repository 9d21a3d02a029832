import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { serviceName } from '../../api/codes';
import type { Basis, StoppedReferral } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { TextInput } from '../../elements/fields';
import { IconAlertTriangle } from '../../elements/icons';
import { Loaded, RefusalNote } from '../../elements/states';
import './withdrawal.css';

/** Takes a consent back: what that stops is read before, and stays to be read after, for the calls that it asks for. */
export function WithdrawDialog({ basis, onClose }: { basis: Basis; onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [done, setDone] = useState(false);
  const withdraw = useAttempt(
    (body: { reason?: string }, key) =>
      answer(
        api.POST('/api/consents/{id}/withdrawal', {
          params: { path: { id: basis.id } },
          body,
          headers: withKey(key),
        }),
      ),
    {
      refreshes: ['case', 'worklist', 'disclosure', 'referral', 'withdrawal'],
      done: () => setDone(true),
    },
  );
  if (done) return <StoppedDialog basisId={basis.id} onClose={onClose} />;
  return (
    <Dialog
      title={t('consent.withdraw')}
      onClose={onClose}
      footer={
        <>
          <Button large onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button
            kind="pri"
            large
            busy={withdraw.busy}
            onClick={() => void withdraw.run(reason.trim() ? { reason: reason.trim() } : {})}
          >
            {t('consent.withdraw')}
          </Button>
        </>
      }
    >
      <p>{t('consent.withdrawEffect')}</p>
      <Stopped basisId={basis.id} />
      <TextInput
        label={t('consent.withdrawReason')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <RefusalNote problem={withdraw.problem} />
    </Dialog>
  );
}

/** What a no has stopped: a withdrawal, or a refusal that ended an earlier yes. */
export function StoppedDialog({ basisId, onClose }: { basisId: string; onClose: () => void }) {
  const t = useWords();
  return (
    <Dialog
      title={t('stopped.title')}
      onClose={onClose}
      footer={
        <Button kind="pri" large onClick={onClose}>
          {t('act.close')}
        </Button>
      }
    >
      <p>{t('stopped.done')}</p>
      <Stopped basisId={basisId} past />
    </Dialog>
  );
}

function Stopped({ basisId, past }: { basisId: string; past?: boolean }) {
  const t = useWords();
  const asked = useQuery({
    queryKey: ['withdrawal', basisId, past ?? false],
    queryFn: () => answer(api.GET('/api/consents/{id}/withdrawal', { params: { path: { id: basisId } } })),
    staleTime: 0,
  });
  return (
    <Loaded asked={asked} rows={2}>
      {({ referrals, bases }) => {
        const begun = referrals.filter((one) => one.begun);
        const stops = referrals.filter((one) => one.fate === 'STOPS' && !one.begun);
        const closes = referrals.filter((one) => one.fate === 'CLOSES');
        return (
          <div className="stopped">
            {begun.length > 0 && (
              <div className="note warn">
                <IconAlertTriangle size={18} aria-hidden="true" />
                <div>
                  <b>{t(past ? 'stopped.begunPast' : 'stopped.begun')}</b>
                  <p>{t('stopped.talk')}</p>
                  <Items items={begun} withCall />
                </div>
              </div>
            )}
            {stops.length > 0 && (
              <section>
                <h3>{t(past ? 'stopped.stopsPast' : 'stopped.stops')}</h3>
                <Items items={stops} />
              </section>
            )}
            {closes.length > 0 && (
              <section>
                <h3>{t('stopped.closes')}</h3>
                <Items items={closes} />
              </section>
            )}
            {referrals.length === 0 && <p className="soft">{t('stopped.none')}</p>}
            {bases.length > 1 && <p className="soft">{t('stopped.bases', { n: bases.length - 1 })}</p>}
          </div>
        );
      }}
    </Loaded>
  );
}

function Items({ items, withCall }: { items: StoppedReferral[]; withCall?: boolean }) {
  const t = useWords();
  const locale = useLocale();
  return (
    <ul>
      {items.map(({ id, number, toAgency, service, startedAt, appointmentAt, responsibleName }) => (
        <li key={id}>
          <b>{toAgency.name}</b> · {serviceName(service, locale)} · {number}
          {withCall && (
            <p>
              {[
                startedAt && t('stopped.since', { at: dayAndTime(startedAt, locale) }),
                !startedAt &&
                  appointmentAt &&
                  t('stopped.expected', { at: dayAndTime(appointmentAt, locale) }),
                responsibleName,
              ]
                .filter(Boolean)
                .join(' · ')}
              {toAgency.dutyPhone && (
                <>
                  {' · '}
                  <a href={`tel:${toAgency.dutyPhone.replaceAll(/[^+\d]/g, '')}`}>{toAgency.dutyPhone}</a>
                </>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
