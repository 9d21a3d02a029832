import { useWords } from '../words/words';
import { Button } from './button';

/** The foot of a form in a dialog: back without saving, or save. */
export function DialogFoot({ onCancel, busy, save }: { onCancel: () => void; busy: boolean; save: string }) {
  const t = useWords();
  return (
    <footer>
      <Button large onClick={onCancel}>
        {t('act.cancel')}
      </Button>
      <Button kind="pri" large type="submit" busy={busy}>
        {save}
      </Button>
    </footer>
  );
}
