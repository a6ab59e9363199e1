import { Fragment, type ReactNode } from 'react'
import classes from './Facts.module.css'

/** Names and values, one a line; `false` leaves a line out. */
export const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode] | false)[] }) => (
  <dl className={classes.facts}>
    {facts.map(
      (fact) =>
        fact && (
          <Fragment key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </Fragment>
        ),
    )}
  </dl>
)
