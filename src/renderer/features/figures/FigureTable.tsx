import { Anchor, Title } from '@mantine/core'
import { Fragment } from 'react'
import type { FigureName } from '../../../main/core/figures/figures.contract.ts'
import { defaultBuckets } from '../../../main/core/receivables/ageing.rules.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { AnchorLink } from '../../components/links.tsx'
import classes from './figures.module.css'
import { behind, explain, figureOf, groups, lateWords, pastOf, readFigure, type Told } from './figures.rows.ts'
import type { ShownList, ShownPast } from './figures.search.ts'
import { Trend } from './Trend.tsx'

type Props = Told & { onList: (list: ShownList) => void; onPast: (past: ShownPast) => void }

/** Every figure with its past, its arithmetic and the list behind it. */
export const FigureTable = ({ onList, onPast, ...told }: Props) => {
  const t = useT()
  const format = useFormat()
  const { asOf, currency, points } = told.report
  return (
    <section>
      <Title order={2} id="figures-table">
        {t('figures:table.title')}
      </Title>
      <table className={classes.table} aria-labelledby="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('figures:table.figure')}</th>
            <th scope="col" className={classes.right}>
              {t('figures:table.value')}
            </th>
            <th scope="col">{t('figures:table.past', { count: points.length - 1 })}</th>
            <th scope="col" className={classes.formula}>
              {t('figures:table.formula')}
            </th>
            <th scope="col">{t('figures:table.list')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(groups).map(([group, names]) => (
            <Fragment key={group}>
              <tr>
                <th scope="colgroup" colSpan={5} className={classes.group}>
                  {t(`figures:groups.${group as keyof typeof groups}`)}
                </th>
              </tr>
              {names.map((name) => {
                const figure = figureOf(name, told)
                return (
                  <tr key={name}>
                    <th scope="row">{t(`figures:names.${name}`)}</th>
                    <td className={classes.right} data-none={figure?.value === null || undefined}>
                      {figure && readFigure(name, figure.value, t, format, currency)}
                    </td>
                    <td className={classes.past}>
                      <Trend
                        past={pastOf(name, told)}
                        name={t(`figures:names.${name}`)}
                        onOpen={() => onPast({ figure: name })}
                      />
                    </td>
                    <td className={classes.formula}>{explain(name, told, t, format)}</td>
                    <td className={classes.list}>
                      <Detail name={name} asOf={asOf} onList={onList} />
                    </td>
                  </tr>
                )
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type DetailProps = { name: FigureName; asOf: string; onList: (list: ShownList) => void }

const Detail = ({ name, asOf, onList }: DetailProps) => {
  const t = useT()
  const opens = behind[name]
  if ('list' in opens)
    return (
      <Anchor component="button" type="button" size="sm" onClick={() => onList(opens)}>
        {opens.late ? t(lateWords(opens.list)) : t(`figures:lists.${opens.list}`)}
      </Anchor>
    )
  const words = t(`figures:screens.${opens.screen}`)
  if (opens.screen === 'overdue')
    return (
      <AnchorLink to="/receivables" search={{ asOf, show: 'overdue' }}>
        {words}
      </AnchorLink>
    )
  return (
    <AnchorLink
      to="/receivables/aged"
      search={{
        asOf,
        ...(name === 'overNinety' && { cell: { customer: null, column: `over${defaultBuckets.at(-1)}` } }),
      }}
    >
      {words}
    </AnchorLink>
  )
}
