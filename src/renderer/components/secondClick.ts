/**
 * Calls `then` when the next click is the second of a double one, wherever it falls: the first may have opened a panel
 * under the pointer.
 */
export const onSecondClick = (then: () => void): void =>
  window.addEventListener(
    'click',
    (event) => {
      if (event.detail !== 2) return
      event.preventDefault()
      event.stopPropagation()
      then()
    },
    { capture: true, once: true },
  )
