import { useWords } from '../words/words';
import { Button } from './button';

/** The next page of a list that goes on; nothing where it ends. */
export function More({
  asked,
}: {
  asked: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}) {
  const t = useWords();
  if (!asked.hasNextPage) return null;
  return (
    <p className="more-row">
      <Button busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
        {t('act.more')}
      </Button>
    </p>
  );
}
