/**
 * npm passes a signal on to the shell it runs the script in, and that ends without telling us. A server would stay
 * behind, holding its port and its data; so this process ends as if it had got the signal itself.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}
