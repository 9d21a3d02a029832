import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import type { RuleRow } from '../api/contract';
import { dayMonth } from '../clock/dates';
import { Segment, TextInput } from '../elements/fields';
import { Go } from '../elements/go';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { Status } from '../elements/status';
import { IconChevronRight } from '../elements/icons';
import { sourceWords } from '../elements/source-words';
import { CalendarGaps } from './register/calendar-gaps';
import { useLimitWords } from './register/rule-words';
import './register/register.css';

const BASES = ['', 'LAW', 'LOCAL', 'AGREEMENT', 'PROPOSAL'] as const;

/** The register: every clock of the house, on what it rests and how sure that is. */
export default function Rules() {
  const t = useWords();
  const locale = useLocale();
  const [basis, setBasis] = useState('');
  const [sought, setSought] = useState('');
  const asked = useQuery({ queryKey: ['rules'], queryFn: () => answer(api.GET('/api/deadline-rules')) });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('rule.title')}</h1>
          <p>{t('rule.lead')}</p>
        </div>
      </div>
      <StaleBar asked={asked} />
      <CalendarGaps />
      <section className="panel" aria-label={t('rule.title')}>
        <div className="filter-bar">
          <TextInput
            className="inline-field"
            label={t('rule.search')}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
          <Segment
            label={t('rule.basis')}
            hideLabel
            value={basis}
            onChange={setBasis}
            options={BASES.map((one) => ({ value: one, label: one ? t(`basis.${one}`) : t('rule.all') }))}
          />
        </div>
        <Loaded asked={asked} rows={8}>
          {({ items }) => {
            const shown = items
              .filter((rule) => !basis || rule.basis === basis)
              .filter((rule) =>
                `${rule.action} ${sourceWords(rule.citation, locale)}`
                  .toLowerCase()
                  .includes(sought.toLowerCase()),
              )
              .sort((a, b) => Number(b.proposalWaits) - Number(a.proposalWaits));
            return shown.length === 0 ? (
              <Empty title={t('rule.noneFound')} />
            ) : (
              <ul className="rule-list">
                {shown.map((rule) => (
                  <Row key={rule.id} rule={rule} />
                ))}
              </ul>
            );
          }}
        </Loaded>
      </section>
    </>
  );
}

function Row({ rule }: { rule: RuleRow }) {
  const t = useWords();
  const locale = useLocale();
  const limit = useLimitWords();
  return (
    <li>
      <div>
        <Go to={`/aturan/${rule.id}`}>{rule.action}</Go>
        <p className="soft small">
          <span className={`basis ${rule.basis}`}>{t(`basis.${rule.basis as 'LAW'}`)}</span> ·{' '}
          {sourceWords(rule.citation, locale)}
        </p>
      </div>
      <b className="small">{limit(rule)}</b>
      <span className="rule-state">
        {rule.proposalWaits && <Status tone="urgent">{t('rule.waits')}</Status>}
        {rule.state === 'ENDED' && <Status tone="plain">{t('rule.state.ENDED')}</Status>}
        {rule.state === 'COMING' && rule.validFrom && (
          <Status tone="wait">{t('rule.from', { date: dayMonth(rule.validFrom, locale) })}</Status>
        )}
        {rule.needsLegalCheck && rule.state === 'IN_FORCE' && !rule.proposalWaits && (
          <Status tone="draft">{t('rule.unchecked')}</Status>
        )}
        <small className="soft">{t('rule.version', { n: rule.version })}</small>
      </span>
      <IconChevronRight size={16} aria-hidden="true" />
    </li>
  );
}
