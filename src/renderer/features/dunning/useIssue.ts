import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { client } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useTask } from '../../app/tasks.ts'

/** Issues letters in the task tray, then goes to them; whoever has left for another screen meanwhile stays there. */
export const useIssue = (asOf: string, catchUp: boolean) => {
  const t = useT()
  const task = useTask()
  const navigate = useNavigate()
  const { mutate, isPending } = useMutation({
    mutationFn: (letters: readonly ProposedLetter[]) =>
      task.run(t('dunning:proposal.issue.task', { count: letters.length }), (signal) =>
        client.dunning.issue(
          {
            asOf,
            catchUp,
            keys: letters.map(({ key }) => key),
            confirmed: letters.some(({ approval }) => approval !== 'none'),
          },
          { signal },
        ),
      ),
  })
  const issue = (letters: readonly ProposedLetter[]) =>
    mutate(letters, {
      onSuccess: ({ run }) => navigate({ to: '/dunning/letters', search: { run: run.id, issued: true } }),
    })
  return { issue, isPending }
}
