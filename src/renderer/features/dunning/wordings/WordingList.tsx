import { NavLink, Text } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import classes from '../dunning.module.css'
import { useWordingName } from '../useWordingName.ts'
import type { Wording } from './wording.ts'

type Props = { wordings: readonly Wording[]; chosen: Wording; onChoose: (key: string) => void }

const kinds = ['reminder', 'email', 'agreement', 'credit'] as const

/** Every text once, by what it is about, with the languages in which it was changed. */
export const WordingList = ({ wordings, chosen, onChoose }: Props) => {
  const t = useT()
  const nameOf = useWordingName()
  const byKey = Map.groupBy(wordings, ({ key }) => key)
  const editedIn = (texts: readonly Wording[]): string | undefined => {
    const languages = texts.filter(({ edited }) => edited).map(({ language }) => language.toUpperCase())
    return languages.length > 0 ? t('wordings:editedIn', { languages: languages.join(', ') }) : undefined
  }
  return (
    <nav aria-label={t('wordings:list')} className={classes.texts}>
      {kinds.map((kind) => (
        <section key={kind} aria-label={t(`wordings:groups.${kind}`)}>
          <Text size="xs" fw={600} c="dimmed" px={8} pt={8} pb={2}>
            {t(`wordings:groups.${kind}`)}
          </Text>
          <ul className={classes.textsOfKind}>
            {[...byKey].map(([key, texts]) =>
              texts[0]?.of === kind ? (
                <li key={key}>
                  <NavLink
                    component="button"
                    type="button"
                    py={4}
                    active={key === chosen.key}
                    aria-current={key === chosen.key || undefined}
                    label={nameOf(key)}
                    description={editedIn(texts)}
                    onClick={() => onChoose(key)}
                  />
                </li>
              ) : null,
            )}
          </ul>
        </section>
      ))}
    </nav>
  )
}
