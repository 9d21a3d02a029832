import type { ReactNode } from 'react';
import { signOut } from '../api/session';
import { Knot } from '../elements/marks';
import { useWords } from '../words/words';
import { LanguageSwitch } from './language-switch';
import '../styles/gate.css';

/** What stands between signing in and the work: one thing to do, and the way out. */
export function Threshold(props: { title: string; lead: string; wide?: boolean; children: ReactNode }) {
  const t = useWords();
  return (
    <main className="gate" id="isi" tabIndex={-1}>
      <div className="gate-lang">
        <LanguageSwitch />
      </div>
      <div className={props.wide ? 'gate-form gate-wide' : 'gate-form'}>
        <Knot size={46} />
        <h1>{props.title}</h1>
        <p className="soft">{props.lead}</p>
        {props.children}
        <button type="button" className="link" onClick={() => void signOut()}>
          {t('more.signOut')}
        </button>
      </div>
    </main>
  );
}
