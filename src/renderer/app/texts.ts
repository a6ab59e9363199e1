import { companyEn } from '../features/company/company.en.ts'
import { companyFr } from '../features/company/company.fr.ts'
import { customersEn } from '../features/customers/customers.en.ts'
import { customersFr } from '../features/customers/customers.fr.ts'
import { dunningEn } from '../features/dunning/dunning.en.ts'
import { dunningFr } from '../features/dunning/dunning.fr.ts'
import { helpEn } from '../features/help/help.en.ts'
import { helpFr } from '../features/help/help.fr.ts'
import { importsEn } from '../features/imports/imports.en.ts'
import { importsFr } from '../features/imports/imports.fr.ts'
import { preferencesEn } from '../features/preferences/preferences.en.ts'
import { preferencesFr } from '../features/preferences/preferences.fr.ts'
import { receivablesEn } from '../features/receivables/receivables.en.ts'
import { receivablesFr } from '../features/receivables/receivables.fr.ts'
import { startEn } from '../features/start/start.en.ts'
import { startFr } from '../features/start/start.fr.ts'
import { commonEn } from './common.en.ts'
import { commonFr } from './common.fr.ts'
import { errorsEn } from './errors.en.ts'
import { errorsFr } from './errors.fr.ts'
import type { Words } from './words.ts'

/** Every text of the window, by namespace: `t('dunning:issue')`. */
export const french = {
  common: commonFr,
  errors: errorsFr,
  start: startFr,
  customers: customersFr,
  receivables: receivablesFr,
  dunning: dunningFr,
  imports: importsFr,
  company: companyFr,
  preferences: preferencesFr,
  help: helpFr,
}

export const english: Words<typeof french> = {
  common: commonEn,
  errors: errorsEn,
  start: startEn,
  customers: customersEn,
  receivables: receivablesEn,
  dunning: dunningEn,
  imports: importsEn,
  company: companyEn,
  preferences: preferencesEn,
  help: helpEn,
}
