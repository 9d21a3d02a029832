import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words';
import { signIn, signInWithOidc, signInWithPasskey, type PendingStep } from '../api/session';
import { broughtBack, goToOidc, oidcName } from '../api/oidc';
import { passkeysWork } from '../api/passkey';
import { asProblem, type Problem } from '../api/problem';
import { Button } from '../elements/button';
import { TextInput } from '../elements/fields';
import { IconKey } from '../elements/icons';
import { Knot } from '../elements/marks';
import { RefusalNote } from '../elements/states';
import { SecondStep } from '../safety/second-step';
import { LanguageSwitch } from '../shell/language-switch';
import '../styles/gate.css';

export default function SignIn() {
  const t = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [pending, setPending] = useState<PendingStep>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      setPending(await signIn(email.trim(), password));
      setPassword('');
      setBusy(false);
    } catch (error) {
      setProblem(asProblem(error));
      setPassword('');
      setBusy(false);
      document.getElementById('sandi')?.focus();
    }
  };

  /** A way in without anything typed: what it leads to, or why not. */
  const way = async (go: () => Promise<PendingStep | undefined | void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setPending((await go()) ?? undefined);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  const city = useQuery({ queryKey: ['oidc-name'], queryFn: oidcName, staleTime: Infinity, retry: false });
  const back = useRef(false);
  useEffect(() => {
    const answer = back.current ? undefined : broughtBack();
    back.current = true;
    if (answer?.kind === 'signIn') void way(() => signInWithOidc(answer.step, answer.query));
  }, []);

  if (pending)
    return (
      <Frame title={t('second.title')} lead={t('second.lead')}>
        <SecondStep
          pending={pending}
          again={(refused) => {
            setPending(undefined);
            setProblem(refused);
          }}
        />
      </Frame>
    );
  return (
    <Frame title={t('signIn.title')} lead={t('signIn.lead')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <RefusalNote problem={problem} />
        <TextInput
          id="surel"
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextInput
          id="sandi"
          label={t('signIn.password')}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button kind="pri" large wide type="submit" busy={busy}>
          {busy ? t('signIn.busy') : t('signIn.submit')}
        </Button>
        {passkeysWork() && (
          <Button
            large
            wide
            icon={<IconKey size={18} aria-hidden="true" />}
            onClick={() => !busy && void way(signInWithPasskey)}
          >
            {t('second.passkey')}
          </Button>
        )}
        {city.data && (
          <Button large wide onClick={() => !busy && void way(() => goToOidc('signIn'))}>
            {t('signIn.oidc', { name: city.data })}
          </Button>
        )}
        <p className="gate-foot">{t('signIn.exit')}</p>
      </form>
    </Frame>
  );
}

function Frame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className="gate" id="isi">
      <div className="gate-lang">
        <LanguageSwitch />
      </div>
      <div className="gate-form">
        <Knot size={46} />
        <h1>{title}</h1>
        <p className="soft">{lead}</p>
        {children}
      </div>
    </main>
  );
}
