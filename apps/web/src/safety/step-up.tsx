import { useEffect, useState, type FormEvent } from 'react';
import { answer, api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { lock, usePresence } from '../api/session';
import { answerForProof, useProofWanted } from '../api/step-up';
import { Dialog } from '../elements/dialog';
import { DialogFoot } from '../elements/dialog-foot';
import { TextInput } from '../elements/fields';
import { RefusalNote } from '../elements/states';
import { useWords } from '../words/words';

/** Asks for a fresh proof over whatever is open; below it everything stays as it was typed. */
export function StepUp() {
  const wanted = useProofWanted();
  // The screen locks, or somebody leaves, while the question stands: the act does not go out.
  useEffect(() => () => answerForProof(false), []);
  return wanted ? <StepUpDialog /> : null;
}

function StepUpDialog() {
  const t = useWords();
  const presence = usePresence();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await answer(api.POST('/api/sessions/current/confirmation', { body: { password } }));
      answerForProof(true);
    } catch (error) {
      const refused = asProblem(error);
      if (refused.status === 401) return lock('ended');
      setPassword('');
      setProblem(refused);
      setBusy(false);
    }
  };

  return (
    <Dialog title={t('stepUp.title')} onClose={() => answerForProof(false)}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p className="soft">{t('stepUp.lead')}</p>
        {presence.state === 'in' && presence.email && (
          <input
            type="email"
            className="hidden"
            value={presence.email}
            readOnly
            autoComplete="username"
            tabIndex={-1}
            aria-hidden="true"
          />
        )}
        <TextInput
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          required
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <RefusalNote problem={problem} />
        <DialogFoot onCancel={() => answerForProof(false)} busy={busy} save={t('stepUp.submit')} />
      </form>
    </Dialog>
  );
}
