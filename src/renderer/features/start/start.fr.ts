export const startFr = { nav: 'start' }
