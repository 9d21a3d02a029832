import { useEffect, useState, type FormEvent } from 'react';
import { answer, api } from '../api/client';
import { answerPasskey, passkeysWork } from '../api/passkey';
import { asProblem, type Problem } from '../api/problem';
import { lock, usePresence } from '../api/session';
import { answerForProof, useProofWanted } from '../api/step-up';
import { Button } from '../elements/button';
import { Dialog } from '../elements/dialog';
import { DialogFoot } from '../elements/dialog-foot';
import { TextInput } from '../elements/fields';
import { IconKey } from '../elements/icons';
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
  const factors = presence.state === 'in' ? presence.session.factors : [];
  const byPassword = factors.length === 0;
  const byCode = factors.includes('totp');
  const byPasskey = factors.includes('passkey') && passkeysWork();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const prove = async (
    proof: () => Promise<{ password?: string; code?: string; step?: string; passkey?: string }>,
  ) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await answer(api.POST('/api/sessions/current/confirmation', { body: await proof() }));
      answerForProof(true);
    } catch (error) {
      const refused = asProblem(error);
      if (refused.code === 'session.required') return lock('ended');
      setTyped('');
      setProblem(refused);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void prove(() => Promise.resolve(byPassword ? { password: typed } : { code: typed.replace(/\s/g, '') }));
  };
  const passkey = () =>
    prove(async () => {
      const { step, options } = await answer(api.POST('/api/sessions/current/passkey-question'));
      return { step, passkey: await answerPasskey(options) };
    });

  return (
    <Dialog title={t('stepUp.title')} onClose={() => answerForProof(false)}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{t('stepUp.lead')}</p>
        {byPassword && presence.state === 'in' && presence.email && (
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
        {byPasskey && (
          <Button
            kind={byCode ? undefined : 'pri'}
            large
            wide
            icon={<IconKey size={18} aria-hidden="true" />}
            onClick={() => void passkey()}
          >
            {t('second.passkey')}
          </Button>
        )}
        {(byPassword || byCode) && (
          <TextInput
            label={t(byPassword ? 'signIn.password' : 'second.code')}
            hint={byPassword ? undefined : t('second.codeHint')}
            type={byPassword ? 'password' : 'text'}
            inputMode={byPassword ? undefined : 'numeric'}
            autoComplete={byPassword ? 'current-password' : 'one-time-code'}
            required
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <RefusalNote problem={problem} />
        {byPassword || byCode ? (
          <DialogFoot onCancel={() => answerForProof(false)} busy={busy} save={t('stepUp.submit')} />
        ) : (
          <footer>
            <Button large onClick={() => answerForProof(false)}>
              {t('act.cancel')}
            </Button>
          </footer>
        )}
      </form>
    </Dialog>
  );
}
