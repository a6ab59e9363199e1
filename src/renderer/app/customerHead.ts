/** What credit shows in the head of a customer: its traffic light, and its limit among the figures. */
export { CreditLight as CustomerLight } from '../features/limits/header/CreditLight.tsx'
export { HeadLimit as CustomerLimit } from '../features/limits/header/HeadLimit.tsx'
