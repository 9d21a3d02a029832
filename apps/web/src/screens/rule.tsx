import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import type { RuleHistory } from '../api/contract';
import { dayMonthYear } from '../clock/dates';
import { can } from '../api/acts';
import { Button } from '../elements/button';
import { Go } from '../elements/go';
import { Loaded, StaleBar } from '../elements/states';
import { Status } from '../elements/status';
import { IconArrowLeft } from '../elements/icons';
import { ProposeVersion } from './register/propose-version';
import { Proposal } from './register/proposal';
import { RuleFacts } from './register/rule-facts';
import { RetireDialog } from './register/retire-dialog';
import './register/register.css';

/** One rule: what holds, on what it rests, what held before, and what is proposed. */
export default function Rule() {
  const t = useWords();
  const { id = '' } = useParams();
  const asked = useQuery({
    queryKey: ['rules', id],
    queryFn: () =>
      answer(api.GET('/api/deadline-rules/{ruleId}/versions', { params: { path: { ruleId: id } } })),
  });
  return (
    <>
      <p className="back">
        <Go to="/aturan">
          <IconArrowLeft size={16} aria-hidden="true" />
          {t('rule.title')}
        </Go>
      </p>
      <StaleBar asked={asked} />
      <Loaded asked={asked} rows={6} page>
        {(history) => <Page id={id} history={history} />}
      </Loaded>
    </>
  );
}

function Page({ id, history }: { id: string; history: RuleHistory }) {
  const t = useWords();
  const [doing, setDoing] = useState<'propose' | 'retire'>();
  const now = history.versions.find(({ state }) => state === 'IN_FORCE') ?? history.versions[0]!;
  const open = history.proposals.find(({ status }) => status === 'OPEN');
  const decided = history.proposals.filter(({ status }) => status === 'WITHDRAWN');
  const close = () => setDoing(undefined);
  return (
    <>
      <div className="head">
        <div>
          <h1>{now.action}</h1>
          <p>{t('rule.version', { n: now.version })}</p>
        </div>
        <span className="rule-acts">
          {can(history.availableActs, 'retire') && (
            <Button large onClick={() => setDoing('retire')}>
              {t('rule.retire')}
            </Button>
          )}
          {can(history.availableActs, 'propose') && (
            <Button kind="pri" large onClick={() => setDoing('propose')}>
              {t('rule.propose')}
            </Button>
          )}
        </span>
      </div>
      {open && <Proposal proposal={open} now={now} />}
      {history.versions.map((version) => (
        <section
          className="panel"
          key={version.version}
          aria-label={t('rule.version', { n: version.version })}
        >
          <header>
            <h2>{t('rule.version', { n: version.version })}</h2>
            <Status
              tone={version.state === 'IN_FORCE' ? 'done' : version.state === 'COMING' ? 'wait' : 'plain'}
            >
              {t(`rule.state.${version.state}`)}
            </Status>
          </header>
          <div className="pad">
            <Validity from={version.validFrom} to={version.validTo} />
            <RuleFacts rule={version} owes={version.owingWords} />
          </div>
        </section>
      ))}
      {decided.length > 0 && (
        <section className="panel" aria-label={t('rule.withdrawn')}>
          <header>
            <h2>{t('rule.withdrawn')}</h2>
          </header>
          <ul className="pad">
            {decided.map((proposal) => (
              <li key={proposal.id}>
                {proposal.proposedBy}: {proposal.reason} → {proposal.decidedBy}: {proposal.decisionReason}
              </li>
            ))}
          </ul>
        </section>
      )}
      {doing === 'propose' && <ProposeVersion ruleId={id} now={now} onClose={close} />}
      {doing === 'retire' && <RetireDialog ruleId={id} onClose={close} />}
    </>
  );
}

function Validity({ from, to }: { from: string | null; to: string | null }) {
  const t = useWords();
  const locale = useLocale();
  return (
    <p className="soft">
      {from ? t('rule.validFrom', { date: dayMonthYear(from, locale) }) : t('rule.validAlways')}
      {to && <> {t('rule.validTo', { date: dayMonthYear(to, locale) })}</>}
    </p>
  );
}
