/** Numbers as people of a language write them; a dash where nothing was measured. */
export function numbersIn(language: string) {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const unit = (name: string) =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, maximumFractionDigits: name === "hour" ? 1 : 0 });
  const hours = unit("hour");
  const minutes = unit("minute");
  const seconds = unit("second");
  const time = (it: number): string =>
    it < 60 ? seconds.format(it) : it < 3600 ? minutes.format(it / 60) : hours.format(it / 3600);
  const millis = unit("millisecond");
  const known =
    (write: (value: number) => string) =>
    (value: number | null | undefined): string =>
      value === null || value === undefined ? "–" : write(value);
  return {
    whole: known((it) => whole.format(it)),
    share: known((it) => share.format(it)),
    time: known(time),
    millis: known((it) => millis.format(it)),
    megabits: known((it) => `${short.format(it / 1000)} Mbit/s`),
  };
}

export type Numbers = ReturnType<typeof numbersIn>;
