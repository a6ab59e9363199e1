export const customersFr = { nav: 'customers' }
