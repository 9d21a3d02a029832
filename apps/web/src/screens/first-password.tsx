import { askAgain, signOut } from '../api/session';
import { Knot } from '../elements/marks';
import { LanguageSwitch } from '../shell/language-switch';
import { useWords } from '../words/words';
import { PasswordForm } from './password-form';
import '../styles/gate.css';
import './accounts.css';

/** Before anything else: the first password is known to whoever handed it over. */
export default function FirstPassword() {
  const t = useWords();
  return (
    <main className="gate" id="isi" tabIndex={-1}>
      <div className="gate-lang">
        <LanguageSwitch />
      </div>
      <div className="gate-form">
        <Knot size={46} />
        <h1>{t('password.firstTitle')}</h1>
        <p className="soft">{t('password.firstLead')}</p>
        <PasswordForm done={() => void askAgain()} />
        <button type="button" className="link" onClick={() => void signOut()}>
          {t('more.signOut')}
        </button>
      </div>
    </main>
  );
}
