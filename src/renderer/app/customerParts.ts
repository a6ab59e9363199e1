// What features show of a customer on the screens of others.

export { CustomerApplications } from '../features/applications/CustomerApplications.tsx'
export { CreditLight as CustomerLight } from '../features/limits/header/CreditLight.tsx'
export { HeadLimit as CustomerLimit } from '../features/limits/header/HeadLimit.tsx'
export { CustomerRegisters } from '../features/registers/CustomerRegisters.tsx'
