import type { ReactNode } from 'react';
import { useLocale, useWords } from '../../words/words';
import { useCodeLabel } from '../../api/codes';
import type { CaseFile } from '../../api/contract';
import { dayAndTime, dayMonthYear } from '../../clock/dates';

export function Facts({ file, addPerson }: { file: CaseFile; addPerson?: () => void }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const first = file.clients[0];
  const others = file.clients.slice(1);
  const latest = file.bases.find(({ state }) => state === 'given' || state === 'stands');
  const age = (client: (typeof file.clients)[number]) =>
    client.age != null
      ? t('case.years', { n: client.age })
      : client.ageBand
        ? label('KELOMPOK_UMUR', client.ageBand)
        : t('case.ageUnknown');

  return (
    <section className="panel" aria-label={t('case.part.data')}>
      <dl className="facts">
        <Fact name={t('case.ageSex')}>
          {first ? `${age(first)}, ${label('JENIS_KELAMIN', first.sex).toLowerCase()}` : '–'}
        </Fact>
        <Fact name={t('case.relation')}>
          {file.reportedPersons.length > 0
            ? file.reportedPersons
                .map(
                  (person) =>
                    `${label('HUBUNGAN_PELAKU', person.relation)}${person.age != null ? `, ${t('case.years', { n: person.age })}` : ''}`,
                )
                .join('; ')
            : t('case.nobodyReported')}
        </Fact>
        <Fact name={t('case.others')}>
          {others.length > 0
            ? others.map((other) => `${age(other)} (${other.sex ?? '?'})`).join(', ')
            : t('case.noOthers')}
        </Fact>
        <Fact name={t('case.region')}>{first?.regionName ?? '–'}</Fact>
        <Fact name={t('case.occurred')}>
          {file.occurredAt ? dayAndTime(file.occurredAt, locale) : t('case.timeUnknown')}
          {file.place && (
            <small>
              {label('TEMPAT_KEJADIAN', file.place)}
              {file.online ? `, ${t('case.online')}` : ''}
            </small>
          )}
        </Fact>
        <Fact name={t('case.violence')}>
          {file.violenceTypes.map((type) => label('JENIS_KEKERASAN', type)).join(', ') ||
            t('case.noViolence')}
        </Fact>
        <Fact name={t('case.disability')}>
          {first?.disabilities && first.disabilities.length > 0
            ? first.disabilities.map((one) => label('RAGAM_DISABILITAS', one)).join(', ')
            : t('case.notAssessed')}
        </Fact>
        <Fact name={t('case.reportedAt')}>
          {dayMonthYear(file.reportedAt, locale)}
          {latest && <small>{t('case.basisShort', { basis: label('DASAR_BERBAGI', latest.basis) })}</small>}
        </Fact>
      </dl>
      {addPerson && (
        <p className="panel-note no-print">
          <button type="button" className="link" onClick={addPerson}>
            {t('person.title')}
          </button>
        </p>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
