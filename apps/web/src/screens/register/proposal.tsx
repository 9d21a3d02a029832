import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { can } from '../../api/acts';
import type { RuleProposal, RuleText } from '../../api/contract';
import { dayMonthYear, noonOf } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { TextArea } from '../../elements/fields';
import { Loaded, RefusalNote } from '../../elements/states';
import { sourceWords } from '../../elements/source-words';
import { Effect } from './effect';
import { RuleFacts } from './rule-facts';

/** What one person proposed, what it would do, and for another person the button that makes it hold. */
export function Proposal({ proposal, now }: { proposal: RuleProposal; now: RuleText }) {
  const t = useWords();
  const locale = useLocale();
  const [withdrawing, setWithdrawing] = useState(false);
  const { id } = proposal;
  const effect = useQuery({
    queryKey: ['rules', 'effect', id],
    queryFn: () => answer(api.GET('/api/deadline-rule-versions/{id}/effect', { params: { path: { id } } })),
  });
  const approve = useAttempt(
    (_: null, key) =>
      answer(
        api.POST('/api/deadline-rule-versions/{id}/approval', {
          params: { path: { id } },
          headers: withKey(key),
        }),
      ),
    { refreshes: ['rules'] },
  );
  const mayApprove = can(proposal.availableActs, 'approve');
  return (
    <section className="panel proposal" aria-label={t('rule.proposal')}>
      <header>
        <h2>{t(proposal.kind === 'VERSION' ? 'rule.proposal' : 'rule.proposalRetire')}</h2>
      </header>
      <div className="pad stack">
        <p>
          {t('rule.proposedBy', {
            name: proposal.proposedBy,
            date: dayMonthYear(proposal.proposedAt, locale),
          })}
          : “{proposal.reason}”
        </p>
        <p>
          {t('rule.validFrom', { date: dayMonthYear(noonOf(proposal.effectiveFrom), locale) })}{' '}
          {t(proposal.appliesToOpen ? 'rule.appliesToOpen' : 'rule.keepsOpen')}
        </p>
        {proposal.rule && (
          <>
            <RuleFacts rule={proposal.rule} />
            {proposal.rule.amount !== now.amount && (
              <p className="soft">{t('rule.before', { words: sourceWords(now.wording, locale) })}</p>
            )}
          </>
        )}
        <Loaded asked={effect} rows={2}>
          {(found) => <Effect effect={found} />}
        </Loaded>
        <RefusalNote problem={approve.problem} focus />
        {!mayApprove && <p className="soft">{t('rule.otherPerson')}</p>}
        <p className="rule-acts">
          {mayApprove && (
            <Button kind="pri" large busy={approve.busy} onClick={() => void approve.run(null)}>
              {t('rule.approve')}
            </Button>
          )}
          <Button large onClick={() => setWithdrawing(true)}>
            {t(mayApprove ? 'rule.decline' : 'rule.withdraw')}
          </Button>
        </p>
      </div>
      {withdrawing && <WithdrawDialog id={id} onClose={() => setWithdrawing(false)} />}
    </section>
  );
}

function WithdrawDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: { reason: string }, key) =>
      answer(
        api.POST('/api/deadline-rule-versions/{id}/withdrawal', {
          params: { path: { id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['rules'], done: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) void save.run({ reason: reason.trim() });
  };
  return (
    <Dialog title={t('rule.withdraw')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextArea
          label={t('rule.reason')}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
          fault={tried && !reason.trim() ? t('fault.required') : undefined}
        />
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('rule.withdraw')} />
      </form>
    </Dialog>
  );
}
