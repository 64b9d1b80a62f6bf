/**
 * Work that is asked for often and done at once, but then only every so many milliseconds; the last call always counts.
 * @param {number} millis @param {() => unknown} work
 * @returns {() => void}
 */
export function atMost(millis, work) {
  let resting = false;
  let asked = false;
  const run = () => {
    if (resting) {
      asked = true;
      return;
    }
    resting = true;
    setTimeout(() => {
      resting = false;
      if (asked) {
        asked = false;
        run();
      }
    }, millis);
    work();
  };
  return run;
}
