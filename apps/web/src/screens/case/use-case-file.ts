import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

/** The case of a page, by the id in its address. */
export function useCaseFile(id: string) {
  return useQuery({
    queryKey: ['case', id],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  });
}
