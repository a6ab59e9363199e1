export const StartPage = () => <main>Encours</main>
