import type { Decider } from '../../../../main/core/limits/verdict.schema.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'

/** Names of those who may decide, deputies with whom they stand for and until when. */
export const usePeople = () => {
  const t = useT()
  const format = useFormat()
  return (people: readonly Decider[]): string =>
    people
      .map(({ person, deputyOf, until }) =>
        deputyOf === null
          ? person
          : t('verdict:lift.deputy', { person, of: deputyOf, until: until === null ? '' : format.day(until) }),
      )
      .join(', ')
}
