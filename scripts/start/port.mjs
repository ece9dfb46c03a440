import { createServer } from "node:net";
import { StepError } from "./step.mjs";

/** Rejects with a `StepError` when nobody can listen there, before minutes are spent on building. */
export function checkPort(hostname, port) {
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    throw new StepError(`PORT is "${port}" and must be a whole number from 1 to 65535.`);
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(new StepError(sentence(error, hostname, port))));
    probe.listen({ port: Number(port), host: hostname, exclusive: true }, () => probe.close(resolve));
  });
}

function sentence(error, hostname, port) {
  const next = Number(port) === 65535 ? 3000 : Number(port) + 1;
  if (error.code === "EADDRINUSE")
    return `Port ${port} on ${hostname} is in use: stop what uses it, or choose another one: PORT=${next} npm start`;
  if (error.code === "EACCES")
    return `Port ${port} is reserved for the administrator: choose another one: PORT=3000 npm start`;
  return `HOSTNAME is "${hostname}", which is not an address of this machine: use 127.0.0.1 (this machine only) or 0.0.0.0 (every network).`;
}
