import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../words/words';
import { ExitButton } from '../safety/exit-button';
import { IconX } from './icons';

interface Props {
  title: string;
  wide?: boolean;
  /** Fills the screen of a phone; the foot stays in sight while the rest scrolls. */
  sheet?: boolean;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
}

/**
 * The browser's own modal: it traps the focus, closes on Escape and gives the focus back. Everything outside is inert
 * while it is open, the quick exit included; therefore each dialog brings its own quick exit at the same place.
 */
export function Dialog({ title, wide, sheet, onClose, children, footer }: Props) {
  const t = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // React removes the element before the browser can give the focus back.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      className={`dialog ${wide ? 'wide' : ''} ${sheet ? 'sheet' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="body">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" className="close" onClick={onClose} aria-label={t('act.close')}>
            <IconX size={18} aria-hidden="true" />
          </button>
        </header>
        {children}
        {footer && <footer>{footer}</footer>}
      </div>
      <ExitButton />
    </dialog>
  );
}
