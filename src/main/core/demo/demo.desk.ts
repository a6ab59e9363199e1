import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { DemoLedger } from './demo.ledger.rules.ts'

/** Something done in the demo on its day; the caller runs all of them in the order of their days. */
export type DemoStep = { day: Day; act: () => Promise<unknown> }

/** The demo company at work: who acts on which day, whose file, in which language. */
export type DemoDesk = {
  as: (person: string, day: Day) => CommandContext
  /** Whoever makes the demo: the policy gives them an authority. */
  visitor: string
  ledger: DemoLedger
  /** The customer of this name. */
  of: (name: string) => string
  say: (fr: string, en: string) => string
}

export const deskOf = (
  as: DemoDesk['as'],
  { visitor, ledger, language }: { visitor: string; ledger: DemoLedger; language: 'fr' | 'en' },
): DemoDesk => {
  const ids = new Map(ledger.customers.map(({ name, id }) => [name, id]))
  return {
    as,
    visitor,
    ledger,
    of: (name) => {
      const id = ids.get(name)
      if (!id) throw new RangeError(`the demo has no ${name}`)
      return id
    },
    say: (fr, en) => (language === 'fr' ? fr : en),
  }
}
