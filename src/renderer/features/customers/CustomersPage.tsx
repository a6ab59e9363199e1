export const CustomersPage = () => null
