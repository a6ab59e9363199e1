import { alertsContract } from './alerts/alerts.contract.ts'
import { answersContract } from './answers/answers.contract.ts'
import { applicationsContract } from './applications/applications.contract.ts'
import { auditContract } from './audit/audit.contract.ts'
import { backupsContract } from './backups/backups.contract.ts'
import { bankContract } from './bank/bank.contract.ts'
import { behaviourContract } from './behaviour/behaviour.contract.ts'
import { bookContract } from './book/book.contract.ts'
import { callsContract } from './calls/calls.contract.ts'
import { chargesContract } from './charges/charges.contract.ts'
import { claimsContract } from './claims/claims.contract.ts'
import { companyContract } from './company/company.contract.ts'
import { confirmationsContract } from './confirmations/confirmations.contract.ts'
import { customersContract } from './customers/customers.contract.ts'
import { dashboardContract } from './dashboard/dashboard.contract.ts'
import { declarationsContract } from './declarations/declarations.contract.ts'
import { deliveriesContract } from './deliveries/deliveries.contract.ts'
import { disputesContract } from './disputes/disputes.contract.ts'
import { documentsContract } from './documents/documents.contract.ts'
import { dunningContract } from './dunning/dunning.contract.ts'
import { einvoicesContract } from './einvoices/einvoices.contract.ts'
import { exchangeContract } from './exchange/exchange.contract.ts'
import { expectationsContract } from './expectations/expectations.contract.ts'
import { figuresContract } from './figures/figures.contract.ts'
import { financialsContract } from './financials/financials.contract.ts'
import { forecastsContract } from './forecasts/forecasts.contract.ts'
import { handoversContract } from './handovers/handovers.contract.ts'
import { holidaysContract } from './holidays/holidays.contract.ts'
import { importsContract } from './imports/imports.contract.ts'
import { instalmentsContract } from './instalments/instalments.contract.ts'
import { integrityContract } from './integrity/integrity.contract.ts'
import { interestContract } from './interest/interest.contract.ts'
import { limitationsContract } from './limitations/limitations.contract.ts'
import { limitsContract } from './limits/limits.contract.ts'
import { lossesContract } from './losses/losses.contract.ts'
import { mailContract } from './mail/mail.contract.ts'
import { ordersContract } from './orders/orders.contract.ts'
import { payablesContract } from './payables/payables.contract.ts'
import { paymentsContract } from './payments/payments.contract.ts'
import { peopleContract } from './people/people.contract.ts'
import { policyContract } from './policy/policy.contract.ts'
import { postingsContract } from './postings/postings.contract.ts'
import { preferencesContract } from './preferences/preferences.contract.ts'
import { privacyContract } from './privacy/privacy.contract.ts'
import { promisesContract } from './promises/promises.contract.ts'
import { proofsContract } from './proofs/proofs.contract.ts'
import { provisionsContract } from './provisions/provisions.contract.ts'
import { ratesContract } from './rates/rates.contract.ts'
import { ratingsContract } from './ratings/ratings.contract.ts'
import { receivablesContract } from './receivables/receivables.contract.ts'
import { recommendationsContract } from './recommendations/recommendations.contract.ts'
import { registersContract } from './registers/registers.contract.ts'
import { reportsContract } from './reports/reports.contract.ts'
import { reviewsContract } from './reviews/reviews.contract.ts'
import { scorecardsContract } from './scorecards/scorecards.contract.ts'
import { spacesContract } from './spaces/spaces.contract.ts'
import { statementsContract } from './statements/statements.contract.ts'
import { viewsContract } from './views/views.contract.ts'
import { worklistContract } from './worklist/worklist.contract.ts'
import { writeoffsContract } from './writeoffs/writeoffs.contract.ts'

/** Every call the program understands. */
export const contract = {
  preferences: preferencesContract,
  audit: auditContract,
  people: peopleContract,
  documents: documentsContract,
  views: viewsContract,
  holidays: holidaysContract,
  interest: interestContract,
  rates: ratesContract,
  policy: policyContract,
  exchange: exchangeContract,
  receivables: receivablesContract,
  company: companyContract,
  customers: customersContract,
  payments: paymentsContract,
  instalments: instalmentsContract,
  promises: promisesContract,
  disputes: disputesContract,
  calls: callsContract,
  proofs: proofsContract,
  deliveries: deliveriesContract,
  einvoices: einvoicesContract,
  bank: bankContract,
  payables: payablesContract,
  registers: registersContract,
  ratings: ratingsContract,
  financials: financialsContract,
  behaviour: behaviourContract,
  expectations: expectationsContract,
  handovers: handoversContract,
  writeoffs: writeoffsContract,
  limits: limitsContract,
  orders: ordersContract,
  scorecards: scorecardsContract,
  recommendations: recommendationsContract,
  alerts: alertsContract,
  statements: statementsContract,
  charges: chargesContract,
  dunning: dunningContract,
  postings: postingsContract,
  reviews: reviewsContract,
  applications: applicationsContract,
  losses: lossesContract,
  figures: figuresContract,
  forecasts: forecastsContract,
  provisions: provisionsContract,
  dashboard: dashboardContract,
  limitations: limitationsContract,
  declarations: declarationsContract,
  claims: claimsContract,
  mail: mailContract,
  confirmations: confirmationsContract,
  worklist: worklistContract,
  spaces: spacesContract,
  answers: answersContract,
  imports: importsContract,
  reports: reportsContract,
  privacy: privacyContract,
  integrity: integrityContract,
  backups: backupsContract,
  book: bookContract,
}
export type Contract = typeof contract
