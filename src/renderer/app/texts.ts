import { backupsEn } from '../components/backups/backups.en.ts'
import { backupsFr } from '../components/backups/backups.fr.ts'
import { creditEn } from '../components/credit/credit.en.ts'
import { creditFr } from '../components/credit/credit.fr.ts'
import { verdictEn } from '../components/credit/verdict.en.ts'
import { verdictFr } from '../components/credit/verdict.fr.ts'
import { papersEn } from '../components/papers/papers.en.ts'
import { papersFr } from '../components/papers/papers.fr.ts'
import { talksEn } from '../components/talks/talks.en.ts'
import { talksFr } from '../components/talks/talks.fr.ts'
import { aboutEn } from '../features/about/about.en.ts'
import { aboutFr } from '../features/about/about.fr.ts'
import { alertsEn } from '../features/alerts/alerts.en.ts'
import { alertsFr } from '../features/alerts/alerts.fr.ts'
import { answersEn } from '../features/answers/answers.en.ts'
import { answersFr } from '../features/answers/answers.fr.ts'
import { applicationsEn } from '../features/applications/applications.en.ts'
import { applicationsFr } from '../features/applications/applications.fr.ts'
import { bankEn } from '../features/bank/bank.en.ts'
import { bankFr } from '../features/bank/bank.fr.ts'
import { chargesEn } from '../features/charges/charges.en.ts'
import { chargesFr } from '../features/charges/charges.fr.ts'
import { claimsEn } from '../features/claims/claims.en.ts'
import { claimsFr } from '../features/claims/claims.fr.ts'
import { companyEn } from '../features/company/company.en.ts'
import { companyFr } from '../features/company/company.fr.ts'
import { ratesEn } from '../features/company/rates/rates.en.ts'
import { ratesFr } from '../features/company/rates/rates.fr.ts'
import { confirmationsEn } from '../features/confirmations/confirmations.en.ts'
import { confirmationsFr } from '../features/confirmations/confirmations.fr.ts'
import { customersEn } from '../features/customers/customers.en.ts'
import { customersFr } from '../features/customers/customers.fr.ts'
import { dashboardEn } from '../features/dashboard/dashboard.en.ts'
import { dashboardFr } from '../features/dashboard/dashboard.fr.ts'
import { deliveriesEn } from '../features/deliveries/deliveries.en.ts'
import { deliveriesFr } from '../features/deliveries/deliveries.fr.ts'
import { disputesEn } from '../features/disputes/disputes.en.ts'
import { disputesFr } from '../features/disputes/disputes.fr.ts'
import { dunningEn } from '../features/dunning/dunning.en.ts'
import { dunningFr } from '../features/dunning/dunning.fr.ts'
import { wordingsEn } from '../features/dunning/wordings/wordings.en.ts'
import { wordingsFr } from '../features/dunning/wordings/wordings.fr.ts'
import { einvoicesEn } from '../features/einvoices/einvoices.en.ts'
import { einvoicesFr } from '../features/einvoices/einvoices.fr.ts'
import { exchangeEn } from '../features/exchange/exchange.en.ts'
import { exchangeFr } from '../features/exchange/exchange.fr.ts'
import { figuresEn } from '../features/figures/figures.en.ts'
import { figuresFr } from '../features/figures/figures.fr.ts'
import { financialsEn } from '../features/financials/financials.en.ts'
import { financialsFr } from '../features/financials/financials.fr.ts'
import { forecastsEn } from '../features/forecasts/forecasts.en.ts'
import { forecastsFr } from '../features/forecasts/forecasts.fr.ts'
import { helpEn } from '../features/help/help.en.ts'
import { helpFr } from '../features/help/help.fr.ts'
import { importsEn } from '../features/imports/imports.en.ts'
import { importsFr } from '../features/imports/imports.fr.ts'
import { insolvencyEn } from '../features/insolvency/insolvency.en.ts'
import { insolvencyFr } from '../features/insolvency/insolvency.fr.ts'
import { instalmentsEn } from '../features/instalments/instalments.en.ts'
import { instalmentsFr } from '../features/instalments/instalments.fr.ts'
import { limitationEn } from '../features/limitation/limitation.en.ts'
import { limitationFr } from '../features/limitation/limitation.fr.ts'
import { limitsEn } from '../features/limits/limits.en.ts'
import { limitsFr } from '../features/limits/limits.fr.ts'
import { lossesEn } from '../features/losses/losses.en.ts'
import { lossesFr } from '../features/losses/losses.fr.ts'
import { mailEn } from '../features/mail/mail.en.ts'
import { mailFr } from '../features/mail/mail.fr.ts'
import { ordersEn } from '../features/orders/orders.en.ts'
import { ordersFr } from '../features/orders/orders.fr.ts'
import { paymentsEn } from '../features/payments/payments.en.ts'
import { paymentsFr } from '../features/payments/payments.fr.ts'
import { policyEn } from '../features/policy/policy.en.ts'
import { policyFr } from '../features/policy/policy.fr.ts'
import { postingsEn } from '../features/postings/postings.en.ts'
import { postingsFr } from '../features/postings/postings.fr.ts'
import { preferencesEn } from '../features/preferences/preferences.en.ts'
import { preferencesFr } from '../features/preferences/preferences.fr.ts'
import { proofsEn } from '../features/proofs/proofs.en.ts'
import { proofsFr } from '../features/proofs/proofs.fr.ts'
import { provisionsEn } from '../features/provisions/provisions.en.ts'
import { provisionsFr } from '../features/provisions/provisions.fr.ts'
import { ratingsEn } from '../features/ratings/ratings.en.ts'
import { ratingsFr } from '../features/ratings/ratings.fr.ts'
import { receivablesEn } from '../features/receivables/receivables.en.ts'
import { receivablesFr } from '../features/receivables/receivables.fr.ts'
import { registersEn } from '../features/registers/registers.en.ts'
import { registersFr } from '../features/registers/registers.fr.ts'
import { reportsEn } from '../features/reports/reports.en.ts'
import { reportsFr } from '../features/reports/reports.fr.ts'
import { reviewsEn } from '../features/reviews/reviews.en.ts'
import { reviewsFr } from '../features/reviews/reviews.fr.ts'
import { safetyEn } from '../features/safety/safety.en.ts'
import { safetyFr } from '../features/safety/safety.fr.ts'
import { spacesEn } from '../features/spaces/spaces.en.ts'
import { spacesFr } from '../features/spaces/spaces.fr.ts'
import { startEn } from '../features/start/start.en.ts'
import { startFr } from '../features/start/start.fr.ts'
import { statementsEn } from '../features/statements/statements.en.ts'
import { statementsFr } from '../features/statements/statements.fr.ts'
import { worklistEn } from '../features/worklist/worklist.en.ts'
import { worklistFr } from '../features/worklist/worklist.fr.ts'
import { writeoffsEn } from '../features/writeoffs/writeoffs.en.ts'
import { writeoffsFr } from '../features/writeoffs/writeoffs.fr.ts'
import { commonEn } from './common.en.ts'
import { commonFr } from './common.fr.ts'
import { errorsEn } from './errors.en.ts'
import { errorsFr } from './errors.fr.ts'
import { peopleEn } from './people/people.en.ts'
import { peopleFr } from './people/people.fr.ts'
import type { Words } from './words.ts'

/** Every text of the window, by namespace: `t('dunning:issue')`. */
export const french = {
  common: commonFr,
  errors: errorsFr,
  people: peopleFr,
  start: startFr,
  worklist: worklistFr,
  customers: customersFr,
  credit: creditFr,
  talks: talksFr,
  receivables: receivablesFr,
  payments: paymentsFr,
  instalments: instalmentsFr,
  exchange: exchangeFr,
  dunning: dunningFr,
  claims: claimsFr,
  wordings: wordingsFr,
  mail: mailFr,
  papers: papersFr,
  spaces: spacesFr,
  answers: answersFr,
  statements: statementsFr,
  confirmations: confirmationsFr,
  postings: postingsFr,
  reviews: reviewsFr,
  alerts: alertsFr,
  disputes: disputesFr,
  writeoffs: writeoffsFr,
  limitation: limitationFr,
  insolvency: insolvencyFr,
  bank: bankFr,
  dashboard: dashboardFr,
  figures: figuresFr,
  forecasts: forecastsFr,
  reports: reportsFr,
  provisions: provisionsFr,
  proofs: proofsFr,
  verdict: verdictFr,
  applications: applicationsFr,
  orders: ordersFr,
  losses: lossesFr,
  deliveries: deliveriesFr,
  einvoices: einvoicesFr,
  limits: limitsFr,
  imports: importsFr,
  financials: financialsFr,
  ratings: ratingsFr,
  registers: registersFr,
  policy: policyFr,
  company: companyFr,
  safety: safetyFr,
  backups: backupsFr,
  rates: ratesFr,
  charges: chargesFr,
  preferences: preferencesFr,
  help: helpFr,
  about: aboutFr,
}

export const english: Words<typeof french> = {
  common: commonEn,
  errors: errorsEn,
  people: peopleEn,
  start: startEn,
  worklist: worklistEn,
  customers: customersEn,
  credit: creditEn,
  talks: talksEn,
  receivables: receivablesEn,
  payments: paymentsEn,
  instalments: instalmentsEn,
  exchange: exchangeEn,
  dunning: dunningEn,
  claims: claimsEn,
  wordings: wordingsEn,
  mail: mailEn,
  papers: papersEn,
  spaces: spacesEn,
  answers: answersEn,
  statements: statementsEn,
  confirmations: confirmationsEn,
  postings: postingsEn,
  reviews: reviewsEn,
  alerts: alertsEn,
  disputes: disputesEn,
  writeoffs: writeoffsEn,
  limitation: limitationEn,
  insolvency: insolvencyEn,
  bank: bankEn,
  dashboard: dashboardEn,
  figures: figuresEn,
  forecasts: forecastsEn,
  reports: reportsEn,
  provisions: provisionsEn,
  proofs: proofsEn,
  verdict: verdictEn,
  applications: applicationsEn,
  orders: ordersEn,
  losses: lossesEn,
  deliveries: deliveriesEn,
  einvoices: einvoicesEn,
  limits: limitsEn,
  imports: importsEn,
  financials: financialsEn,
  ratings: ratingsEn,
  registers: registersEn,
  policy: policyEn,
  company: companyEn,
  safety: safetyEn,
  backups: backupsEn,
  rates: ratesEn,
  charges: chargesEn,
  preferences: preferencesEn,
  help: helpEn,
  about: aboutEn,
}
