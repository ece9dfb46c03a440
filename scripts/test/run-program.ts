import { spawn } from "node:child_process";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

export interface Ended {
  ok: boolean;
  /** stdout and stderr as they came, without colours. */
  output: string;
}

/** Variables of the person's own installation: a test that saw them could write into real data. */
const ownInstallation = ["DATABASE_URL", "DATABASE_URL_FILE", "DATA_DIR", "PORT", "HOSTNAME", "APP_URL"];

function cleanEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of [...ownInstallation, "BETTER_AUTH_SECRET", "BETTER_AUTH_SECRET_FILE", "FORCE_COLOR"])
    delete env[name];
  return env;
}

const running = new Set<() => void>();

/** Ends every program that is still running, with its children. */
export function stopPrograms(): void {
  for (const stop of running) stop();
}

/** Runs a program in the project's folder to its end. It is ended, and fails, when it takes longer than `minutes`. */
export function runProgram(
  program: string,
  args: string[],
  options: { env?: Record<string, string>; minutes?: number } = {},
): Promise<Ended> {
  const { env = {}, minutes = 15 } = options;
  return new Promise((resolve) => {
    // A process group of its own, so that stopping it stops the browsers and servers it started.
    const child = spawn(program, args, {
      cwd: root,
      env: { ...cleanEnvironment(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    const keep = (part: string) => {
      output += part;
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    const stop = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // It ended meanwhile.
      }
    };
    running.add(stop);
    const timer = setTimeout(() => {
      keep(`\nStopped: it took longer than ${minutes} minutes.\n`);
      stop();
    }, minutes * 60_000);
    const finish = (ok: boolean) => {
      clearTimeout(timer);
      running.delete(stop);
      resolve({ ok, output });
    };
    child.on("error", (error) => {
      keep(String(error));
      finish(false);
    });
    child.on("close", (code) => finish(code === 0));
  });
}

/** A command of an installed package, run by this Node rather than by whatever `npx` finds. */
export function runPackage(bin: string, args: string[], options?: Parameters<typeof runProgram>[2]): Promise<Ended> {
  return runProgram(path.join(root, "node_modules/.bin", bin), args, options);
}

export function runScript(file: string, args: string[] = [], options?: Parameters<typeof runProgram>[2]) {
  return runProgram(process.execPath, ["--import", "tsx", file, ...args], options);
}
