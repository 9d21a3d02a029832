import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useLocale, useWords, type WordKey } from '../words/words';
import { useAttempt } from '../api/attempt';
import { answer, api, withKey } from '../api/client';
import { useCodeLabel } from '../api/codes';
import type { DirectoryAgency, DirectoryService } from '../api/contract';
import { dayAndTime } from '../clock/dates';
import { Button } from '../elements/button';
import { Crumb } from '../elements/crumb';
import { Go } from '../elements/go';
import { Loaded, RefusalNote, StaleBar } from '../elements/states';
import { Status } from '../elements/status';
import { EditAgency, EditContacts } from './directory/agency-dialogs';
import { Checked } from './directory/checked';
import { EditCapacity, EditService, EndService } from './directory/service-dialogs';
import './directory/directory.css';

type Doing =
  | { act: 'agency' | 'contacts' | 'add' }
  | { act: 'service' | 'capacity' | 'end'; service: DirectoryService }
  | undefined;

/** One agency: what it is, how it is reached, what it gives, who last looked. */
export default function DirectoryAgencyPage() {
  const { id = '' } = useParams();
  const asked = useQuery({
    queryKey: ['directory', 'agency', id],
    queryFn: () => answer(api.GET('/api/directory/agencies/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <StaleBar asked={asked} />
      <Loaded asked={asked} rows={8}>
        {(agency) => <Page agency={agency} />}
      </Loaded>
    </>
  );
}

function Page({ agency }: { agency: DirectoryAgency }) {
  const t = useWords();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const verify = useAttempt(
    (body: { version: number }, key) =>
      answer(
        api.POST('/api/directory/agencies/{id}/verification', {
          params: { path: { id: agency.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['directory'] },
  );
  return (
    <>
      <Crumb above={[{ to: '/direktori', label: t('nav.directory') }]} here={agency.name} />
      <div className="head">
        <div>
          <h1>{agency.name}</h1>
          <p>
            <Checked freshness={agency.freshness} />
            {agency.verifiedByName && <span className="soft small"> ({agency.verifiedByName})</span>}
          </p>
        </div>
        {agency.mayEdit && (
          <span className="directory-acts">
            <Button onClick={() => setDoing({ act: 'contacts' })}>{t('directory.editContacts')}</Button>
            <Button onClick={() => setDoing({ act: 'agency' })}>{t('directory.edit')}</Button>
            <Button
              kind="pri"
              busy={verify.busy}
              onClick={() => void verify.run({ version: agency.version })}
            >
              {t('directory.verify')}
            </Button>
          </span>
        )}
      </div>
      <RefusalNote problem={verify.problem} />
      <Facts agency={agency} />
      <section className="panel" aria-label={t('directory.services')}>
        <header>
          <h2>{t('directory.services')}</h2>
          {agency.mayEdit && (
            <Button onClick={() => setDoing({ act: 'add' })}>{t('directory.addService')}</Button>
          )}
        </header>
        {agency.services.map((service) => (
          <Service key={service.id} service={service} mayEdit={agency.mayEdit} ask={setDoing} />
        ))}
        {agency.services.length === 0 && <p className="pad soft">{t('directory.noServices')}</p>}
      </section>
      {agency.mayEdit && <Changes agency={agency} />}
      {doing?.act === 'agency' && <EditAgency agency={agency} onClose={close} />}
      {doing?.act === 'contacts' && <EditContacts agency={agency} onClose={close} />}
      {doing?.act === 'add' && <EditService agency={agency} onClose={close} />}
      {doing?.act === 'service' && <EditService agency={agency} service={doing.service} onClose={close} />}
      {doing?.act === 'capacity' && <EditCapacity service={doing.service} onClose={close} />}
      {doing?.act === 'end' && <EndService service={doing.service} onClose={close} />}
    </>
  );
}

function Facts({ agency }: { agency: DirectoryAgency }) {
  const t = useWords();
  const label = useCodeLabel();
  const rows: [WordKey, ReactNode][] = [
    ['directory.kind', label('JENIS_INSTANSI', agency.kind)],
    [
      'directory.parent',
      agency.parent && <Go to={`/direktori/${agency.parent.id}`}>{agency.parent.name}</Go>,
    ],
    [
      'directory.units',
      agency.units.length > 0 && (
        <ul>
          {agency.units.map((unit) => (
            <li key={unit.id}>
              <Go to={`/direktori/${unit.id}`}>{unit.name}</Go>
            </li>
          ))}
        </ul>
      ),
    ],
    ['directory.unit', agency.unit],
    ['directory.description', agency.description],
    ['directory.region', agency.regionName],
    ['directory.hours', [t(`directory.hours.${agency.hours}`), agency.hoursNote].filter(Boolean).join(' · ')],
    ['directory.dutyPhone', agency.dutyPhone],
    ['directory.fallback', agency.dutyPhoneFallback],
    ['directory.email', agency.email],
    ['directory.address', agency.locationSecret ? t('directory.secret') : agency.address],
    [
      'directory.tracks',
      agency.takesTracks.map((track) => t(`directory.track.${track as 'KTP'}`)).join(', '),
    ],
    ['directory.needs', agency.needsToAccept.join(', ')],
    ['directory.feedback', agency.feedbackDocument],
    ['directory.cost', agency.costSource],
    ['directory.checkEvery', `${t('directory.months', { n: agency.months })} · ${agency.monthsBasis}`],
  ];
  return (
    <section className="panel" aria-label={t('directory.facts')}>
      <dl className="directory-facts">
        {rows
          .filter(([, value]) => Boolean(value))
          .map(([word, value]) => (
            <div key={word} style={{ display: 'contents' }}>
              <dt>{t(word)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Service({
  service,
  mayEdit,
  ask,
}: {
  service: DirectoryService;
  mayEdit: boolean;
  ask: (doing: Doing) => void;
}) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const { ageMin, ageMax, capacity } = service;
  const facts = [
    t(`directory.hours.${service.hours}`),
    service.forTracks.map((track) => t(`directory.track.${track as 'KTP'}`)).join(', '),
    service.forSex.length === 1 ? label('JENIS_KELAMIN', service.forSex[0]) : '',
    ageMin !== undefined || ageMax !== undefined
      ? t('directory.ages', { from: ageMin ?? 0, to: ageMax ?? '…' })
      : '',
    service.riskLevels.map((risk) => label('TINGKAT_RISIKO', risk)).join(', '),
    service.accessibility.join(', '),
  ].filter(Boolean);
  return (
    <article className="directory-service">
      <h3>
        {locale === 'en' ? service.nameEn : service.nameId}{' '}
        {service.emergency && <Status tone="urgent">{t('directory.emergency')}</Status>}
      </h3>
      {service.description && <p>{service.description}</p>}
      <p className="soft">{facts.join(' · ')}</p>
      {service.requires.length > 0 && (
        <p>
          {t('directory.requires')}: {service.requires.join(', ')}
        </p>
      )}
      {service.costSource && (
        <p>
          {t('directory.cost')}: {service.costSource}
        </p>
      )}
      {capacity && (
        <p>
          {t('directory.places', {
            free: capacity.free,
            total: capacity.total,
            at: dayAndTime(capacity.asOf, locale),
          })}
        </p>
      )}
      {mayEdit && (
        <div className="directory-acts">
          <Button kind="quiet" onClick={() => ask({ act: 'service', service })}>
            {t('directory.editService')}
            <span className="hidden"> {service.nameId}</span>
          </Button>
          <Button kind="quiet" onClick={() => ask({ act: 'capacity', service })}>
            {t('directory.setPlaces')}
            <span className="hidden"> {service.nameId}</span>
          </Button>
          <Button kind="quiet" onClick={() => ask({ act: 'end', service })}>
            {t('directory.endService')}
            <span className="hidden"> {service.nameId}</span>
          </Button>
        </div>
      )}
    </article>
  );
}

function Changes({ agency }: { agency: DirectoryAgency }) {
  const t = useWords();
  const locale = useLocale();
  const nothing = t('directory.nothing');
  return (
    <section className="panel" aria-label={t('directory.changes')}>
      <header>
        <h2>{t('directory.changes')}</h2>
      </header>
      {agency.changes.length === 0 ? (
        <p className="pad soft">{t('directory.noChanges')}</p>
      ) : (
        <ul className="directory-changes">
          {agency.changes.map((change) => (
            <li key={change.id}>
              <b>{t(`directory.how.${change.how}`)}</b>
              {change.serviceName && ` (${change.serviceName})`}, {change.byName},{' '}
              {dayAndTime(change.at, locale)}
              {change.how !== 'ADDED' &&
                change.fields.map((field) => (
                  <p className="soft small" key={field.field}>
                    {t(`directory.field.${field.field as 'name'}`)}:{' '}
                    {field.field === 'address'
                      ? t('directory.addressChanged')
                      : `${field.before ?? nothing} → ${field.after ?? nothing}`}
                  </p>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
