import type { Words } from '../../app/words.ts'
import type { customersFr } from './customers.fr.ts'

export const customersEn = { nav: 'customers' } satisfies Words<typeof customersFr>
