/** Headers of every answer. */
const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** The same answer with the headers that every answer has. */
export function harden<Answer extends Response>(answer: Answer): Answer {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) answer.headers.set(name, value);
  // Whoever came by https once shall not be led to http by somebody in between. Read each time: it is set at the start.
  if (process.env.APP_URL?.startsWith("https://")) {
    answer.headers.set("Strict-Transport-Security", "max-age=31536000");
  }
  return answer;
}
