import type { Words } from '../../app/words.ts'
import type { startFr } from './start.fr.ts'

export const startEn = { nav: 'start' } satisfies Words<typeof startFr>
