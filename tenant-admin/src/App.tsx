export function App() {
  return <main>StreamVerse</main>;
}
