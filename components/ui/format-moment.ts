const formats = new Map<string, Intl.DateTimeFormat>();

/** An ISO moment in the reader's own time zone: "21 January 2022, 17:45:03". For what only browsers render. */
export function formatMoment(iso: string, timeZone?: string): string {
  const key = timeZone ?? "";
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "medium", timeZone });
  formats.set(key, format);
  return format.format(new Date(iso)).replace(" at ", ", ");
}
