import { useState, type FormEvent } from 'react';
import { useWords } from '../words/words';
import { signIn } from '../api/session';
import { asProblem, type Problem } from '../api/problem';
import { Button } from '../elements/button';
import { TextInput } from '../elements/fields';
import { Knot } from '../elements/marks';
import { RefusalNote } from '../elements/states';
import { LanguageSwitch } from '../shell/language-switch';
import '../styles/gate.css';

export default function SignIn() {
  const t = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await signIn(email.trim(), password);
    } catch (error) {
      setProblem(asProblem(error));
      setPassword('');
      setBusy(false);
      document.getElementById('sandi')?.focus();
    }
  };

  return (
    <main className="gate" id="isi">
      <div className="gate-lang">
        <LanguageSwitch />
      </div>
      <form className="gate-form" onSubmit={(event) => void submit(event)}>
        <Knot size={46} />
        <h1>{t('signIn.title')}</h1>
        <p className="soft">{t('signIn.lead')}</p>
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
        <p className="gate-foot">{t('signIn.exit')}</p>
      </form>
    </main>
  );
}
