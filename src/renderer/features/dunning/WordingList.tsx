import { NavLink } from '@mantine/core'
import type { z } from 'zod'
import type { wordingSchema } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'
import classes from './dunning.module.css'
import { useWordingName } from './useWordingName.ts'

export type Wording = z.infer<typeof wordingSchema>

type Props = { wordings: readonly Wording[]; chosen: Wording; onChoose: (wording: Wording) => void }

export const WordingList = ({ wordings, chosen, onChoose }: Props) => {
  const t = useT()
  const nameOf = useWordingName()
  return (
    <nav aria-label={t('dunning:wordings.list')}>
      <ul className={classes.texts}>
        {wordings.map((wording) => (
          <li key={`${wording.key} ${wording.language}`}>
            <NavLink
              component="button"
              type="button"
              active={wording.key === chosen.key && wording.language === chosen.language}
              label={nameOf(wording.key)}
              description={[t(`dunning:language.${wording.language}`), wording.edited && t('dunning:wordings.edited')]
                .filter(Boolean)
                .join(', ')}
              onClick={() => onChoose(wording)}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}
