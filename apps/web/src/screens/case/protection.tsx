import { useState } from 'react';
import { answer, api, withKey } from '../../api/client';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import type { Protection as State } from '../../api/contract';
import { useSession } from '../../api/session';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { RefusalNote } from '../../elements/states';
import { useLocale, useWords, type WordKey } from '../../words/words';
import { Sight } from './sight';
import { GUARD_TOPICS, KnownDialog, SealDialog, type SealKind } from './protection-dialogs';

type Noun = 'approval' | 'rejection' | 'withdrawal';

/** Who may see a case: its seal, what is proposed about it, and who has an interest in it. */
export function Protection({ caseId, state }: { caseId: string; state: State }) {
  const t = useWords();
  return (
    <section className="panel" aria-label={t('guard.title')}>
      <header>
        <h2>{t('guard.title')}</h2>
      </header>
      <div className="pad stack">
        <ProtectionState caseId={caseId} state={state} />
      </div>
    </section>
  );
}

export function ProtectionState({ caseId, state }: { caseId: string; state: State }) {
  const t = useWords();
  const { permissions } = useSession();
  const [dialog, setDialog] = useState<SealKind | 'known'>();
  const close = () => setDialog(undefined);
  return (
    <>
      {state.sealed ? (
        <div>
          <p>{t('guard.sealedWords')}</p>
          <ul className="plain-list">
            {state.team.map(({ accountId, name, role }) => (
              <li key={accountId}>
                {name} <span className="soft">· {t(`role.${role}` as WordKey)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="soft">{t('guard.openWords')}</p>
      )}
      {state.proposal && <Proposal proposal={state.proposal} />}
      <Kept conflicts={state.conflicts} />
      <p className="proposed-acts no-print">
        {permissions.includes('seal.propose') && !state.proposal && (
          <Button onClick={() => setDialog('SEAL')}>
            {t(state.sealed ? 'guard.changeTeam' : 'guard.seal')}
          </Button>
        )}
        {permissions.includes('seal.propose') && !state.proposal && state.sealed && (
          <Button onClick={() => setDialog('UNSEAL')}>{t('guard.unseal')}</Button>
        )}
        {permissions.includes('conflict.note') && (
          <Button onClick={() => setDialog('known')}>{t('guard.known')}</Button>
        )}
      </p>
      <Sight about={{ caseId }} />
      {dialog === 'known' && <KnownDialog caseId={caseId} state={state} onClose={close} />}
      {(dialog === 'SEAL' || dialog === 'UNSEAL') && (
        <SealDialog caseId={caseId} kind={dialog} state={state} onClose={close} />
      )}
    </>
  );
}

function Proposal({ proposal }: { proposal: NonNullable<State['proposal']> }) {
  const t = useWords();
  const locale = useLocale();
  const { id, kind, reason, team, proposedBy, proposedAt, availableActs } = proposal;
  const decide = useAttempt(
    (noun: Noun, key) => {
      const asked = { params: { path: { id } }, headers: withKey(key) };
      if (noun === 'approval') return answer(api.POST('/api/seals/{id}/approval', asked));
      if (noun === 'rejection') return answer(api.POST('/api/seals/{id}/rejection', asked));
      return answer(api.POST('/api/seals/{id}/withdrawal', asked));
    },
    { refreshes: GUARD_TOPICS },
  );
  return (
    <div className="note info proposed">
      <div className="stack">
        <p>
          <b>{t(`guard.proposed${kind}`)}</b> · {t(`guard.reason.${reason}`)}
        </p>
        <p>{t('guard.proposedBy', { name: proposedBy, at: dayAndTime(proposedAt, locale) })}</p>
        {kind === 'SEAL' && (
          <p>{t('guard.proposedTeam', { names: team.map(({ name }) => name).join(', ') })}</p>
        )}
        {!can(availableActs, 'approve') && <p className="soft">{t('guard.waits')}</p>}
        <RefusalNote problem={decide.problem} />
        <p className="proposed-acts no-print">
          {can(availableActs, 'approve') && (
            <Button kind="pri" busy={decide.busy} onClick={() => void decide.run('approval')}>
              {t('guard.approve')}
            </Button>
          )}
          {can(availableActs, 'reject') && (
            <Button busy={decide.busy} onClick={() => void decide.run('rejection')}>
              {t('guard.reject')}
            </Button>
          )}
          {can(availableActs, 'withdraw') && (
            <Button busy={decide.busy} onClick={() => void decide.run('withdrawal')}>
              {t('guard.withdraw')}
            </Button>
          )}
        </p>
      </div>
    </div>
  );
}

/** Whoever has an interest, and how that is known. */
function Kept({ conflicts }: { conflicts: State['conflicts'] }) {
  const t = useWords();
  const lift = useAttempt(
    (id: string, key) =>
      answer(api.POST('/api/conflicts/{id}/lifting', { params: { path: { id } }, headers: withKey(key) })),
    { refreshes: GUARD_TOPICS },
  );
  if (conflicts.length === 0) return null;
  return (
    <div>
      <h3>{t('guard.conflicts')}</h3>
      <RefusalNote problem={lift.problem} />
      <ul className="plain-list">
        {conflicts.map(({ id, names, source, mayLift }) => (
          <li key={id}>
            {names.join(', ')} <span className="soft">· {t(`guard.source.${source}`)}</span>{' '}
            {mayLift && (
              <Button busy={lift.busy} onClick={() => void lift.run(id)}>
                {t('guard.lift')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
