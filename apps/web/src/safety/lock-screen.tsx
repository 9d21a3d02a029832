import { useRef, useState, type FormEvent } from 'react';
import { useWords } from '../words/words';
import { leaveLock, signIn, signInWithPasskey, type PendingStep, type Presence } from '../api/session';
import { passkeysWork } from '../api/passkey';
import { asProblem, type Problem } from '../api/problem';
import { Button } from '../elements/button';
import { TextInput } from '../elements/fields';
import { Knot } from '../elements/marks';
import { RefusalNote } from '../elements/states';
import { IconKey } from '../elements/icons';
import { useDraftList } from './drafts';
import { SecondStep } from './second-step';
import '../styles/gate.css';

const TRIES = 5;

/** Stands instead of the work, never over it: what was on the screen is unmounted and its data dropped. */
export function LockScreen({ presence }: { presence: Extract<Presence, { state: 'locked' }> }) {
  const t = useWords();
  const drafts = useDraftList();
  const [email, setEmail] = useState(presence.email ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [pending, setPending] = useState<PendingStep>();
  const wrong = useRef(0);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      setPending(await signIn(email, password));
      setPassword('');
      setBusy(false);
    } catch (error) {
      const refused = asProblem(error);
      if (refused.status === 401 && ++wrong.current >= TRIES) leaveLock();
      setPassword('');
      setProblem(refused);
      setBusy(false);
    }
  };

  const passkey = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await signInWithPasskey();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };

  if (pending)
    return (
      <main className="gate" id="isi">
        <div className="gate-form">
          <Knot size={46} />
          <h1>{t('safety.locked')}</h1>
          <p className="soft">{t('second.lead')}</p>
          <SecondStep
            pending={pending}
            again={(refused) => {
              setPending(undefined);
              setProblem(refused);
            }}
          />
        </div>
      </main>
    );
  return (
    <main className="gate" id="isi">
      <form className="gate-form" onSubmit={(event) => void submit(event)}>
        <Knot size={46} />
        <h1>{t('safety.locked')}</h1>
        <p className="soft">
          {presence.why === 'ended'
            ? t('lock.ended')
            : drafts.length > 0
              ? t('lock.draftKept')
              : t('lock.same')}
        </p>
        <RefusalNote problem={problem} />
        {presence.email ? (
          <input
            type="email"
            className="hidden"
            value={email}
            readOnly
            autoComplete="username"
            tabIndex={-1}
            aria-hidden="true"
          />
        ) : (
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
        <TextInput
          label={
            presence.displayName ? t('lock.passwordOf', { name: presence.displayName }) : t('signIn.password')
          }
          type="password"
          autoComplete="current-password"
          required
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button kind="pri" large wide type="submit" busy={busy}>
          {t('safety.unlock')}
        </Button>
        {passkeysWork() && (
          <Button large wide icon={<IconKey size={18} aria-hidden="true" />} onClick={() => void passkey()}>
            {t('second.passkey')}
          </Button>
        )}
        <button type="button" className="link" onClick={leaveLock}>
          {t('lock.other')}
        </button>
      </form>
    </main>
  );
}
