import { createRouter } from '@tanstack/react-router'
import { routes as about } from '../features/about/about.routes.tsx'
import { routes as alerts } from '../features/alerts/alerts.routes.tsx'
import { routes as answers } from '../features/answers/answers.routes.tsx'
import { routes as applications } from '../features/applications/applications.routes.tsx'
import { routes as bank } from '../features/bank/bank.routes.tsx'
import { routes as claims } from '../features/claims/claims.routes.tsx'
import { routes as company } from '../features/company/company.routes.tsx'
import { routes as confirmations } from '../features/confirmations/confirmations.routes.tsx'
import { routes as customers } from '../features/customers/customers.routes.tsx'
import { routes as dashboard } from '../features/dashboard/dashboard.routes.tsx'
import { routes as deliveries } from '../features/deliveries/deliveries.routes.tsx'
import { routes as disputes } from '../features/disputes/disputes.routes.tsx'
import { routes as dunning } from '../features/dunning/dunning.routes.tsx'
import { routes as exchange } from '../features/exchange/exchange.routes.tsx'
import { routes as figures } from '../features/figures/figures.routes.tsx'
import { routes as forecasts } from '../features/forecasts/forecasts.routes.tsx'
import { routes as help } from '../features/help/help.routes.tsx'
import { routes as imports } from '../features/imports/imports.routes.tsx'
import { routes as instalments } from '../features/instalments/instalments.routes.tsx'
import { routes as limitation } from '../features/limitation/limitation.routes.tsx'
import { routes as limits } from '../features/limits/limits.routes.tsx'
import { routes as losses } from '../features/losses/losses.routes.tsx'
import { routes as mail } from '../features/mail/mail.routes.tsx'
import { routes as orders } from '../features/orders/orders.routes.tsx'
import { routes as policy } from '../features/policy/policy.routes.tsx'
import { routes as postings } from '../features/postings/postings.routes.tsx'
import { routes as preferences } from '../features/preferences/preferences.routes.tsx'
import { routes as proofs } from '../features/proofs/proofs.routes.tsx'
import { routes as provisions } from '../features/provisions/provisions.routes.tsx'
import { routes as receivables } from '../features/receivables/receivables.routes.tsx'
import { routes as registers } from '../features/registers/registers.routes.tsx'
import { routes as reports } from '../features/reports/reports.routes.tsx'
import { routes as reviews } from '../features/reviews/reviews.routes.tsx'
import { routes as safety } from '../features/safety/safety.routes.tsx'
import { routes as spaces } from '../features/spaces/spaces.routes.tsx'
import { routes as start } from '../features/start/start.routes.tsx'
import { routes as statements } from '../features/statements/statements.routes.tsx'
import { routes as worklist } from '../features/worklist/worklist.routes.tsx'
import { routes as writeoffs } from '../features/writeoffs/writeoffs.routes.tsx'
import { Crash } from './Crash.tsx'
import { bookRoute, rootRoute } from './root.tsx'

const routeTree = rootRoute.addChildren([
  ...start(rootRoute),
  bookRoute.addChildren([
    ...worklist(bookRoute),
    ...customers(bookRoute),
    ...receivables(bookRoute),
    ...instalments(bookRoute),
    ...exchange(bookRoute),
    ...statements(bookRoute),
    ...spaces(bookRoute),
    ...confirmations(bookRoute),
    ...answers(bookRoute),
    ...dunning(bookRoute),
    ...claims(bookRoute),
    ...writeoffs(bookRoute),
    ...limitation(bookRoute),
    ...mail(bookRoute),
    ...postings(bookRoute),
    ...reviews(bookRoute),
    ...alerts(bookRoute),
    ...disputes(bookRoute),
    ...applications(bookRoute),
    ...orders(bookRoute),
    ...losses(bookRoute),
    ...bank(bookRoute),
    ...dashboard(bookRoute),
    ...figures(bookRoute),
    ...forecasts(bookRoute),
    ...reports(bookRoute),
    ...provisions(bookRoute),
    ...proofs(bookRoute),
    ...deliveries(bookRoute),
    ...registers(bookRoute),
    ...limits(bookRoute),
    ...imports(bookRoute),
    ...policy(bookRoute),
    ...company(bookRoute),
    ...safety(bookRoute),
    ...preferences(bookRoute),
    ...help(bookRoute),
    ...about(bookRoute),
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  // Data lives in react-query; the router keeps none.
  defaultPreloadStaleTime: 0,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
