import { signOut } from '../../api/session';
import { Knot } from '../../elements/marks';
import { StepUp } from '../../safety/step-up';
import { LanguageSwitch } from '../../shell/language-switch';
import { useWords } from '../../words/words';
import { FactorsPanel } from './factors-panel';
import '../../styles/gate.css';
import '../accounts.css';
import './own.css';

/** Before anything else, where the city demands it: the way to a second factor, and out. */
export default function MustAddFactor() {
  const t = useWords();
  return (
    <main className="gate" id="isi" tabIndex={-1}>
      <div className="gate-lang">
        <LanguageSwitch />
      </div>
      <div className="gate-form gate-wide">
        <Knot size={46} />
        <h1>{t('own.mustTitle')}</h1>
        <p className="soft">{t('own.mustLead')}</p>
        <FactorsPanel />
        <button type="button" className="link" onClick={() => void signOut()}>
          {t('more.signOut')}
        </button>
      </div>
      <StepUp />
    </main>
  );
}
