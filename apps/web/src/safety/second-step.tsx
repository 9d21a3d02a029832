import { useState, type FormEvent } from 'react';
import { answerPasskey, passkeysWork } from '../api/passkey';
import { asProblem, type Problem } from '../api/problem';
import { askPasskey, signInSecond, type PendingStep } from '../api/session';
import { Button } from '../elements/button';
import { TextInput } from '../elements/fields';
import { IconKey } from '../elements/icons';
import { RefusalNote } from '../elements/states';
import { useWords } from '../words/words';

/** The second half of signing in: a code, a passkey, or a code from the paper. `again` starts over. */
export function SecondStep({ pending, again }: { pending: PendingStep; again: (problem?: Problem) => void }) {
  const t = useWords();
  const hasCode = pending.ways.includes('totp');
  const hasPasskey = pending.ways.includes('passkey') && passkeysWork();
  const [paper, setPaper] = useState(!hasCode && !hasPasskey);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const prove = async (proof: () => Promise<{ code?: string; recoveryCode?: string; passkey?: string }>) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await signInSecond(pending, await proof());
    } catch (error) {
      const refused = asProblem(error);
      if (refused.code === 'session.stepOver') return again(refused);
      setTyped('');
      setProblem(refused);
      setBusy(false);
      document.getElementById('kode')?.focus();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void prove(() => Promise.resolve(paper ? { recoveryCode: typed } : { code: typed.replace(/\s/g, '') }));
  };
  const passkey = () =>
    prove(async () => ({ passkey: await answerPasskey((await askPasskey(pending.step)).options) }));

  return (
    <form className="stack" onSubmit={submit}>
      <RefusalNote problem={problem} />
      {hasPasskey && !paper && (
        <Button
          kind={hasCode ? undefined : 'pri'}
          large
          wide
          busy={busy && !hasCode}
          icon={<IconKey size={18} aria-hidden="true" />}
          onClick={() => void passkey()}
        >
          {t('second.passkey')}
        </Button>
      )}
      {(hasCode || paper) && (
        <>
          <TextInput
            id="kode"
            label={t(paper ? 'second.paper' : 'second.code')}
            hint={t(paper ? 'second.paperHint' : 'second.codeHint')}
            autoComplete={paper ? 'off' : 'one-time-code'}
            inputMode={paper ? 'text' : 'numeric'}
            maxLength={paper ? 60 : 10}
            required
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button kind="pri" large wide type="submit" busy={busy}>
            {t('signIn.submit')}
          </Button>
        </>
      )}
      {(hasCode || hasPasskey) && (
        <button
          type="button"
          className="link"
          onClick={() => {
            setPaper(!paper);
            setTyped('');
          }}
        >
          {t(paper ? 'second.notPaper' : 'second.lost')}
        </button>
      )}
      <button type="button" className="link" onClick={() => again()}>
        {t('second.again')}
      </button>
    </form>
  );
}
