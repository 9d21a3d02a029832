import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api, withKey } from '../api/client';
import { useAttempt } from '../api/attempt';
import { serviceName } from '../api/codes';
import type { CaseFile, NewUrgentCall, UrgentLane } from '../api/contract';
import { clockTime, dayMonth, dueTone } from '../clock/dates';
import { useNow } from '../clock/use-now';
import { Button } from '../elements/button';
import { TextInput } from '../elements/fields';
import { Go } from '../elements/go';
import { Loaded, RefusalNote } from '../elements/states';
import { IconCheck, IconPhone } from '../elements/icons';
import { CaseSafeContact } from '../elements/safe-contact';
import { Status } from '../elements/status';
import { CaseActPage } from './case/act-page';
import './urgent-lane.css';

/** The first hour by telephone, before any form; for one thumb, and nothing on it that tells who the client is. */
export default function UrgentLanePage() {
  const t = useWords();
  return (
    <CaseActPage act="referral.draft" title={t('lane.title')}>
      {(file) => <Lane key={file.id} file={file} />}
    </CaseActPage>
  );
}

type Callee = UrgentLane['order'][number];
type Call = UrgentLane['calls'][number];
type Record = (call: NewUrgentCall) => void;

function Lane({ file }: { file: CaseFile }) {
  const t = useWords();
  const asked = useQuery({
    queryKey: ['case', file.id, 'urgent-calls'],
    queryFn: () => answer(api.GET('/api/cases/{id}/urgent-calls', { params: { path: { id: file.id } } })),
  });
  const keep = useAttempt(
    (body: NewUrgentCall, key) =>
      answer(
        api.POST('/api/cases/{id}/urgent-calls', {
          params: { path: { id: file.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case'] },
  );
  const contact = file.clients.find((client) => client.safeContact)?.safeContact;
  return (
    <div className="lane">
      <div className="head flat">
        <div>
          <h1>{t('lane.title')}</h1>
          <p>{t('lane.lead')}</p>
        </div>
      </div>
      <CaseSafeContact contact={contact} />
      <RefusalNote problem={keep.problem} />
      <Loaded asked={asked} rows={6}>
        {(lane) => <Steps lane={lane} file={file} busy={keep.busy} record={(call) => void keep.run(call)} />}
      </Loaded>
    </div>
  );
}

function Steps({
  lane,
  file,
  busy,
  record,
}: {
  lane: UrgentLane;
  file: CaseFile;
  busy: boolean;
  record: Record;
}) {
  const t = useWords();
  const locale = useLocale();
  // Who was called and no longer stands in the order: closed now, or not suggested any more.
  const others = lane.calls.filter((call) => !lane.order.some(({ id }) => id === call.agencyId));
  return (
    <>
      <section className="panel pad stack">
        <h2>{t('lane.always')}</h2>
        <div className="lane-numbers">
          {lane.always.map((line) => (
            <a key={line.number} className="btn lg" href={`tel:${line.number}`}>
              <IconPhone size={18} aria-hidden="true" />
              {line.words} <b className="num">{line.number}</b>
            </a>
          ))}
        </div>
      </section>
      <section className="panel pad stack">
        <h2>{t('lane.checks')}</h2>
        <ul className="lane-checks">
          {lane.checks.map((check) => (
            <li key={check.code}>
              <button
                type="button"
                aria-pressed={check.doneAt !== null}
                disabled={busy || check.doneAt !== null}
                onClick={() => record({ check: check.code })}
              >
                <span className="tick-box" aria-hidden="true">
                  {check.doneAt && <IconCheck size={18} />}
                </span>
                <span>
                  {check.words}
                  {check.doneAt && (
                    <small className="soft num">
                      {clockTime(check.doneAt, locale)} · {check.doneByName}
                    </small>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel pad stack">
        <h2>{t('lane.say')}</h2>
        <ul className="lane-say">
          {lane.say.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2>{t('lane.doNotSay')}</h2>
        <ul className="lane-say no">
          {lane.doNotSay.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section className="panel pad stack">
        <h2>{t('lane.order')}</h2>
        {lane.order.length === 0 && <p className="soft">{t('lane.nobody')}</p>}
        <ol className="lane-order">
          {lane.order.map((callee) => (
            <CalleeCard
              key={callee.id}
              callee={callee}
              calls={lane.calls.filter((call) => call.agencyId === callee.id)}
              caseId={file.id}
              busy={busy}
              record={record}
            />
          ))}
        </ol>
      </section>
      {others.length > 0 && (
        <section className="panel pad stack">
          <h2>{t('lane.others')}</h2>
          {others.map((call) => (
            <div key={call.id}>
              <h3>{call.agencyName}</h3>
              <CallLine call={call} caseId={file.id} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function CalleeCard({
  callee,
  calls,
  caseId,
  busy,
  record,
}: {
  callee: Callee;
  calls: Call[];
  caseId: string;
  busy: boolean;
  record: Record;
}) {
  const t = useWords();
  const locale = useLocale();
  const [who, setWho] = useState('');
  const named = who.trim() ? { who: who.trim() } : {};
  const done = (call: NewUrgentCall) => {
    record({ agencyId: callee.id, ...call });
    setWho('');
  };
  return (
    <li className="stack tight">
      <h3>{callee.name}</h3>
      <p className="soft small">
        {[callee.reason, callee.onDuty.length > 0 && t('lane.onDuty', { names: callee.onDuty.join(', ') })]
          .filter(Boolean)
          .join(' · ')}
        {!callee.openNow && <> · {t('suggest.closedNow')}</>}
      </p>
      <div className="lane-numbers">
        {callee.phones.map((phone) => (
          <a key={phone} className="btn pri lg" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            <IconPhone size={18} aria-hidden="true" />
            <span className="num">{phone}</span>
          </a>
        ))}
      </div>
      <TextInput
        label={t('lane.who')}
        value={who}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setWho(event.target.value)}
      />
      <div className="lane-numbers">
        {callee.services.map((service) => (
          <Button
            key={service.code}
            large
            busy={busy}
            onClick={() => done({ outcome: 'HANDED_OVER', serviceCode: service.code, ...named })}
          >
            {t('lane.handedOver', { service: serviceName(service, locale) })}
          </Button>
        ))}
        <Button large busy={busy} onClick={() => done({ outcome: 'REACHED', ...named })}>
          {t('lane.REACHED')}
        </Button>
        <Button large busy={busy} onClick={() => done({ outcome: 'NOT_REACHED' })}>
          {t('lane.NOT_REACHED')}
        </Button>
      </div>
      {calls.map((call) => (
        <CallLine key={call.id} call={call} caseId={caseId} />
      ))}
    </li>
  );
}

function CallLine({ call, caseId }: { call: Call; caseId: string }) {
  const t = useWords();
  const locale = useLocale();
  return (
    <p className="lane-call">
      <span className="num">{clockTime(call.at, locale)}</span>{' '}
      {call.service
        ? t('lane.handedOver', { service: serviceName(call.service, locale) })
        : t(call.outcome === 'REACHED' ? 'lane.REACHED' : 'lane.NOT_REACHED')}
      {call.who && <> · {call.who}</>} <span className="soft">· {call.recordedByName}</span>
      {call.service &&
        (call.referralId ? (
          <Go to={`/rujukan/${call.referralId}`}>{t('lane.confirmed')}</Go>
        ) : (
          <>
            {call.writeBy && <WriteBy at={call.writeBy} />}
            <Go
              className="btn pri"
              to={`/kasus/${caseId}/rujuk?ke=${call.agencyId}&layanan=${call.service.code}&segera=1`}
            >
              {t('lane.writeReferral')}
            </Go>
          </>
        ))}
    </p>
  );
}

function WriteBy({ at }: { at: string }) {
  const t = useWords();
  const locale = useLocale();
  const late = dueTone(at, useNow()) === 'late';
  const time = `${dayMonth(at, locale)} ${clockTime(at, locale)}`;
  return (
    <Status tone={late ? 'late' : 'urgent'}>
      {t(late ? 'lane.writtenTooLate' : 'lane.writeBy', { time })}
    </Status>
  );
}
