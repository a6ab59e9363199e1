import { Group, Text } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import { useHome } from '../../../app/useHome.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { PersonInput } from '../../../components/PersonInput.tsx'
import type { EditProps } from '../clauses/clause.ts'
import classes from '../policy.module.css'
import { Amount, changedAt, classNumbers, creditOf, EditRows, WholeNumber, without } from './fields.tsx'

/** Who may decide how much, who stands in, and when a decision goes higher. */
export const EditAuthority = (props: EditProps) => {
  const t = useT()
  const today = useWorkingDay()
  const currency = useHome()
  const { credit, put } = creditOf(props)
  const { authority, deputies } = credit
  const setAuthority = (people: typeof authority) => put({ authority: people })
  const setDeputies = (standing: typeof deputies) => put({ deputies: standing })
  const incomplete =
    authority.some(({ person }) => person.trim() === '') ||
    deputies.some(({ person, deputy, from, until }) => person.trim() === '' || deputy.trim() === '' || until < from)
  return (
    <>
      <EditRows
        label={t('policy:authority.matrix')}
        heads={[
          t('policy:authority.person'),
          ...classNumbers.map((number) => t('policy:authority.class', { number, currency })),
        ]}
        rows={authority.map(({ person, ceilings }, i) => ({
          cells: [
            <PersonInput
              key="person"
              size="xs"
              miw={140}
              aria-label={t('policy:authority.personOf', { position: i + 1 })}
              value={person}
              onChange={(name) => setAuthority(changedAt(authority, i, { person: name }))}
            />,
            ...([0, 1, 2, 3, 4] as const).map((at) => (
              <Amount
                key={at}
                bare
                aria-label={t('policy:authority.ceilingOf', { person, class: at + 1 })}
                value={ceilings[at]}
                onChange={(amount) =>
                  setAuthority(changedAt(authority, i, { ceilings: ceilings.with(at, amount) as typeof ceilings }))
                }
              />
            )),
          ],
          removeLabel: t('policy:authority.remove', { person }),
          onRemove: () => setAuthority(without(authority, i)),
        }))}
        add={t('policy:authority.add')}
        onAdd={() => setAuthority([...authority, { person: '', ceilings: [0, 0, 0, 0, 0] }])}
      />
      <EditRows
        label={t('policy:authority.deputies')}
        heads={[
          t('policy:authority.absent'),
          t('policy:authority.deputy'),
          t('policy:authority.from'),
          t('policy:authority.until'),
        ]}
        rows={deputies.map((one, i) => ({
          cells: [
            ...(['person', 'deputy'] as const).map((key) => (
              <PersonInput
                key={key}
                size="xs"
                aria-label={t(`policy:authority.${key}OfDeputy`, { position: i + 1 })}
                value={one[key]}
                onChange={(name) => setDeputies(changedAt(deputies, i, { [key]: name }))}
              />
            )),
            ...(['from', 'until'] as const).map((key) => (
              <DayInput
                key={key}
                size="xs"
                aria-label={t(`policy:authority.${key}Of`, { position: i + 1 })}
                value={one[key]}
                onChange={(day) => day && setDeputies(changedAt(deputies, i, { [key]: day }))}
              />
            )),
          ],
          removeLabel: t('policy:authority.removeDeputy', { person: one.deputy }),
          onRemove: () => setDeputies(without(deputies, i)),
        }))}
        add={t('policy:authority.addDeputy')}
        onAdd={
          authority.length === 0
            ? null
            : () =>
                setDeputies([
                  ...deputies,
                  { person: authority[0]?.person ?? '', deputy: '', from: today, until: today },
                ])
        }
      />
      {incomplete && (
        <Text size="sm" className={classes.problem} role="alert">
          {t('policy:authority.missing')}
        </Text>
      )}
      <Group gap="sm" align="flex-end">
        <Amount
          w={220}
          label={t('policy:authority.fourEyes')}
          value={credit.fourEyesFrom}
          onChange={(fourEyesFrom) => put({ fourEyesFrom })}
        />
        <WholeNumber
          w={260}
          label={t('policy:authority.escalation')}
          min={1}
          max={90}
          value={credit.escalationDays}
          onChange={(escalationDays) => put({ escalationDays })}
        />
      </Group>
    </>
  )
}
